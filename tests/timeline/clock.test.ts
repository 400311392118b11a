import { expect, test } from 'vitest';
import { clockIn } from '../../src/timeline/clock.ts';
import { refusalOf } from '../support/refusal-of.ts';

test.each([
  ['UTC', '2021-12-22T09:30:00.000Z', '2021-12-22', 52_200],
  ['Pacific/Pago_Pago', '2021-12-22T09:30:00.000Z', '2021-12-21', 5400],
  ['Pacific/Kiritimati', '2021-12-22T10:00:00.000Z', '2021-12-23', 86_400],
  ['Asia/Kathmandu', '2021-12-22T18:14:59.500Z', '2021-12-22', 1],
  ['Europe/Berlin', '2021-03-27T23:00:00.000Z', '2021-03-28', 82_800],
  ['Europe/Berlin', '2021-10-30T22:00:00.000Z', '2021-10-31', 90_000],
  ['Europe/Berlin', '2021-10-31T01:00:00.000Z', '2021-10-31', 79_200],
])('in %s at %s it is %s, for %i more seconds', (zone, now, today, secondsToMidnight) => {
  expect(clockIn(zone, now)).toEqual({ today, secondsToMidnight });
});

test.each(['', 'Mars/Olympus', '../etc', 'x'.repeat(500)])('%j is no time zone', async (zone) => {
  expect(await refusalOf(() => clockIn(zone, '2021-12-22T09:30:00.000Z'))).toBe('BAD_FILTER');
});
