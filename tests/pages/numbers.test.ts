import { expect, test } from 'vitest';
import { counted } from '../../src/pages/numbers.ts';

test.each([
  [1, '1 event'],
  [999, '999 events'],
  [12_345, '12,345 events'],
])('%i is written with a comma between thousands: %s', (number, words) => {
  expect(counted(number, 'event')).toBe(words);
});
