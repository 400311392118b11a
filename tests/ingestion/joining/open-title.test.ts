import { expect, test } from 'vitest';
import {
  endsInRelative,
  hasHeadlineBeside,
  isOpenTitle,
} from '../../../src/ingestion/joining/derive/open-title.ts';

test.each([
  'She was sentenced in Leeds',
  'Her lawyer appealed',
  'The incident happened near the pier',
  'The city council approved the bridge',
  'The 34-year-old was taken to a hospital',
])('a title that begins with words that only its article explains is open: %s', (title) => {
  expect(isOpenTitle(title)).toBe(true);
});

test.each([
  'Zora Hart was sentenced in Leeds',
  'The merger of Alba and Borea was completed',
  'The Alba council approved the bridge',
  'A man was arrested',
  'The incident happened near the pier (“Man stabbed in Leeds”)',
])('a title that says who or what it tells of is not open: %s', (title) => {
  expect(isOpenTitle(title)).toBe(false);
});

test('a headline stands beside a title in brackets and quotation marks at its end', () => {
  expect(hasHeadlineBeside('The incident happened (“Man stabbed in Leeds”)')).toBe(true);
  expect(hasHeadlineBeside('“Man stabbed in Leeds”')).toBe(false);
});

test('a title that ends in a relative clause may have no verb of its own', () => {
  expect(endsInRelative('The northern harbours, which the rebels burned in May')).toBe(true);
  expect(endsInRelative('The mayor, who fled in May, was arrested')).toBe(false);
});
