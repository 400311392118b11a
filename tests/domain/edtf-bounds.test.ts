import edtf from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimelineError } from '../../src/domain/errors.ts';
import { toDayNumber } from '../../src/domain/time/calendar-date.ts';
import { type EdtfBounds, requireEdtfBounds } from '../../src/domain/time/read-edtf.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

const MS_PER_DAY = 86_400_000;

test.each([
  ['2021-12-21', '2021-12-21', '2021-12-21'],
  ['2021-12', '2021-12-01', '2021-12-31'],
  ['2021', '2021-01-01', '2021-12-31'],
  ['202X', '2020-01-01', '2029-12-31'],
  ['19XX', '1900-01-01', '1999-12-31'],
  ['2020-02-XX', '2020-02-01', '2020-02-29'],
  ['2021-XX', '2021-01-01', '2021-12-31'],
  ['2021-XX-XX', '2021-01-01', '2021-12-31'],
  ['2021-21', '2021-03-01', '2021-05-31'],
  ['2021-24', '2021-12-01', '2022-02-28'],
  ['2021-12~', '2021-12-01', '2021-12-31'],
  ['2021-12-01?/2021-12-10%', '2021-12-01', '2021-12-10'],
  ['2021-11/2021', '2021-11-01', '2021-12-31'],
  ['2021/2021-01', '2021-01-01', '2021-01-31'],
  ['2021-12-01/..', '2021-12-01', null],
  ['2021-12-01/', '2021-12-01', null],
  ['../2021', null, '2021-12-31'],
  ['/2021', null, '2021-12-31'],
  [' 2021 ', '2021-01-01', '2021-12-31'],
  ['-0489', '-0489-01-01', '-0489-12-31'],
  ['-0043-03-15', '-0043-03-15', '-0043-03-15'],
  ['-0145-03/-0145-05', '-0145-03-01', '-0145-05-31'],
  ['-0479/0079', '-0479-01-01', '0079-12-31'],
  ['0000', '0000-01-01', '0000-12-31'],
])('%s means the days from %s to %s', (text, earliest, latest) => {
  expect(requireEdtfBounds(text)).toEqual({ earliest, latest });
});

test.each([
  '',
  '/',
  '../..',
  '..',
  'soon',
  '2021-13',
  '2021-02-30',
  '2021-XX-21',
  '2021-21-XX',
  '2X21',
  '2022/2021',
  '2021/2022/2023',
  '2021-12-21T10:00:00Z',
  '[2020..2022]',
  '2021-W51',
  'Y12021',
  '-0768',
  '-0000',
  '-044',
  '000X',
  '2021~~',
  `2021/..${' '.repeat(64)}`,
])('%j is refused', async (text) => {
  expect(await refusalOf(() => requireEdtfBounds(text))).toBe('BAD_DATE');
});

const two = (number: number): string => String(number).padStart(2, '0');
const year = fc.integer({ min: 1000, max: 9998 }).map(String);
const month = fc.integer({ min: 1, max: 12 }).map(two);
const level0 = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, month, fc.integer({ min: 1, max: 28 }).map(two)).map((parts) => parts.join('-')),
);
const firstDayOf = (date: string): string => date + '-01-01'.slice(date.length - 4);
const unspecified = fc.oneof(
  year.map((digits) => `${digits.slice(0, 3)}X`),
  year.map((digits) => `${digits.slice(0, 2)}XX`),
  fc.tuple(year, month).map((parts) => `${parts.join('-')}-XX`),
  year.map((digits) => `${digits}-XX`),
);
const qualified = fc
  .tuple(level0, fc.constantFrom('', '?', '~', '%'))
  .map(([date, qualifier]) => `${date}${qualifier}`);

/** The reference implementation refuses an interval whose ends begin on the same day: `1000/1000-01`, which is January 1000. */
const interval = fc
  .tuple(level0, level0)
  .map((ends) => ends.toSorted())
  .filter(([from = '', to = '']) => firstDayOf(from) !== firstDayOf(to))
  .map((ends) => ends.join('/'));

test('it reads what the reference implementation reads, to the same days', () => {
  const dates = fc.oneof(qualified, unspecified, interval);
  fc.assert(
    fc.property(dates, (text) => {
      const { earliest, latest } = requireEdtfBounds(text);
      const { min, max } = edtf(text);
      expect([earliest, latest].map((day) => day && toDayNumber(day))).toEqual([
        Math.floor(min / MS_PER_DAY),
        Math.floor(max / MS_PER_DAY),
      ]);
    }),
    { numRuns: usualOrLong(300, 1000) },
  );
});

test('whatever it does not refuse ends no earlier than it begins', () => {
  const pieces = fc.array(
    fc.constantFrom('2021', '-', '12', '/', '..', 'X', 'XX', '?', '~', '%', '21', 'Y', ' ', '0', '99'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const { earliest, latest } = boundsOrNone(parts.join(''));
      expect(earliest === null || latest === null || earliest <= latest).toBe(true);
    }),
    { numRuns: usualOrLong(300, 1000) },
  );
});

function boundsOrNone(text: string): EdtfBounds {
  try {
    return requireEdtfBounds(text);
  } catch (error) {
    if (error instanceof TimelineError && error.code === 'BAD_DATE') return { earliest: null, latest: null };
    throw error;
  }
}
