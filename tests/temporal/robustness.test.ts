import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { resolveText } from '../support/resolve-text.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

const ANCHOR = requireCalendarDate('2021-12-21');
const spansOf = (text: string) =>
  resolveText(text, ANCHOR).map((outcome) => (outcome.kind === 'resolved' ? outcome.timex : outcome));

const WORDS = [
  'on',
  'Friday',
  'last',
  'week',
  'the',
  '2014',
  'in',
  '“',
  '”',
  'early',
  'December',
  '21',
  'a',
  'year',
  'ago',
  'two',
  'days',
  'later',
  ',',
  '\n',
  '\r\n',
  'since',
  '1990s',
  'every',
  '😀',
  'שלום',
  'quarter',
  'BC',
  '10:30',
  'a.m.',
  'of',
  '-',
];
const newsLike = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));

describe('any text', () => {
  test.each([
    ['any string', fc.string({ unit: 'binary', maxLength: 400 })],
    ['words of time in any order', newsLike],
  ])('%s is read without an error, in order, with positions that reproduce it', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        let reach = 0;
        for (const { text: expression, start, end } of spansOf(text)) {
          expect(text.slice(start, end)).toBe(expression);
          expect(start).toBeGreaterThanOrEqual(reach);
          reach = end;
        }
      }),
      { numRuns: usualOrLong(150, 500) },
    );
  });

  test.each([
    ['a megabyte without a space', 'x'.repeat(1_000_000)],
    ['a megabyte of digits', '1'.repeat(1_000_000)],
    ['a megabyte of white space after a word', `last${' '.repeat(1_000_000)}week`],
    ['a hundred thousand opening quotation marks', '“'.repeat(100_000)],
    ['megabytes of short lines', 'a\n'.repeat(usualOrLong(500_000, 5_000_000))],
  ])('%s is read to its end', (_name, text) => {
    expect(spansOf(text).length).toBeLessThanOrEqual(1);
  });
});

test.each([
  ['one cluster of overlapping candidates', '2014 Dec. ', usualOrLong(20_000, 100_000)],
  ['a unit that was never named', 'in the 1990s that day ', usualOrLong(5_000, 20_000)],
])('%s is read to its end, however long', (_name, piece, times) => {
  expect(spansOf(piece.repeat(times)).length).toBeGreaterThanOrEqual(times);
});

test('no date is cut, however long its paragraph', () => {
  const years = Array.from({ length: 200 }, (_, index) => 1800 + index);
  const text = years.map((year) => `Ministers of the league met on 3 May ${year}.`).join(' ');
  const values = resolveText(text, ANCHOR).map((found) =>
    found.kind === 'resolved' ? found.timex.value : '',
  );
  expect(values).toEqual(years.map((year) => `${year}-05-03`));
});
