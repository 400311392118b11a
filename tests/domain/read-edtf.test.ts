import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimelineError } from '../../src/domain/errors.ts';
import type { CalendarDate } from '../../src/domain/time/calendar-date.ts';
import {
  type EdtfMark,
  eventDateBetween,
  eventDateOf,
  openEnded,
  withMark,
} from '../../src/domain/time/edtf.ts';
import { DATE_ROLES, type EventDate, PRECISIONS } from '../../src/domain/time/event-date.ts';
import { PERIOD_UNITS, periodOf } from '../../src/domain/time/period.ts';
import { requireEdtf, requireEdtfBounds } from '../../src/domain/time/read-edtf.ts';
import { refusalOf } from '../support/refusal-of.ts';

test.each([
  ['2021-12-21', '2021-12-21', '2021-12-21', '2021-12-21', 'DAY', 'ON'],
  ['2021-12', '2021-12', '2021-12-01', '2021-12-31', 'MONTH', 'WITHIN'],
  ['2021', '2021', '2021-01-01', '2021-12-31', 'YEAR', 'WITHIN'],
  [' 2021-12-01/2021-12-20 ', '2021-12-01/2021-12-20', '2021-12-01', '2021-12-20', 'RANGE', 'WITHIN'],
  ['2014/..', '2014/..', '2014-01-01', null, 'OPEN', 'AFTER'],
  ['../2021-12', '../2021-12', null, '2021-12-31', 'OPEN', 'BEFORE'],
  ['2014~', '2014~', '2014-01-01', '2014-12-31', 'YEAR', 'WITHIN'],
  ['2021-12-21~', '2021-12-21~', '2021-12-21', '2021-12-21', 'DAY', 'WITHIN'],
  ['2014~/..', '2014~/..', '2014-01-01', null, 'OPEN', 'AFTER'],
  ['../2021-12~', '../2021-12~', null, '2021-12-31', 'OPEN', 'BEFORE'],
  ['2014?/2016', '2014?/2016', '2014-01-01', '2016-12-31', 'RANGE', 'WITHIN'],
  ['202X~', '202X', '2020-01-01', '2029-12-31', 'DECADE', 'WITHIN'],
  ['2021-24', '2021-12/2022-02', '2021-12-01', '2022-02-28', 'SEASON', 'WITHIN'],
])('"%s" is read as the date %s', (text, edtf, earliest, latest, precision, role) => {
  expect(requireEdtf(text)).toMatchObject({ edtf, earliest, latest, precision, role });
});

test.each([
  ['2014~', 'about 2014'],
  ['2014?', 'perhaps 2014'],
  ['2014-05%', 'perhaps about May 2014'],
  ['2014~/..', 'since about 2014'],
  ['2014~/2016', 'about 2014 – 2016'],
  ['1850/1899', '1850–1899'],
  ['2021-11/2022-03', 'November 2021 – March 2022'],
  ['2021-12-01/2021-12-20', '1–20 December 2021'],
  ['2021-11-29/2022-01-05', '29 November 2021 – 5 January 2022'],
])('"%s" is shown as "%s"', (text, display) => {
  expect(requireEdtf(text).display).toBe(display);
});

test.each(['', 'soon', '2021-02-30', '2021-13', '21', '2021/2020', '../..', '2021/', '2021/2022/2023'])(
  '"%s" is no date',
  async (text) => {
    expect(await refusalOf(() => requireEdtf(text))).toBe('BAD_DATE');
  },
);

test.each([
  ['1985-04-12T23:20:30Z', 'has a time of day, and dates here end with the day'],
  ['2021-12-01/2021-12-20T10:00', 'has a time of day, and dates here end with the day'],
  ['Y170000002', 'lies outside the years -0767 to 9999'],
  ['-0844/-0842', 'lies outside the years -0767 to 9999'],
  ['-0768', 'lies outside the years -0767 to 9999'],
  ['{1960,1961}', 'is of EDTF level 2, and levels 0 and 1 are read here'],
  ['2001-34', 'is of EDTF level 2, and levels 0 and 1 are read here'],
  ['2021-02-30', 'is not a day of the calendar'],
  ['2022/2021', 'ends before it begins'],
  ['soon', 'is not a date of EDTF level 0 or 1, such as 2021-12-21, 2021-12, 202X or 2021-12-01/..'],
])('the refusal of "%s" says that it %s', (text, reason) => {
  expect(() => requireEdtfBounds(text)).toThrow(`"${text}" ${reason}`);
});

test.each([
  ['2021-12-21/2021-12-21', '2021-12-21', 'DAY', 'ON'],
  ['2021-12-01/2021-12-31', '2021-12', 'MONTH', 'WITHIN'],
  ['2020-01/2020-12', '2020', 'YEAR', 'WITHIN'],
])('"%s" covers the one period %s', (text, edtf, precision, role) => {
  expect(requireEdtf(text)).toMatchObject({ edtf, precision, role });
});

const day = fc.integer({ min: -600_000, max: 2_900_000 });
const ofPeriod = fc
  .tuple(fc.constantFrom(...PERIOD_UNITS), day, fc.constantFrom(...DATE_ROLES))
  .map(([unit, anchor, role]) => eventDateOf(periodOf(unit, anchor), role));
const between = fc
  .tuple(day, fc.nat(5000), fc.constantFrom(...DATE_ROLES), fc.constantFrom(...PRECISIONS))
  .map(([first, length, role, precision]) => eventDateBetween(first, first + length, role, precision));
const closed = fc.oneof(ofPeriod, between).filter((date): date is EventDate => date !== null);
const marked = fc
  .tuple(closed, fc.constantFrom<EdtfMark | null>(null, '~', '?', '%'))
  .map(([date, mark]) => (mark === null ? date : withMark(date, mark)));
const served = fc
  .tuple(marked, fc.constantFrom('BEFORE', 'AFTER', null))
  .map(([date, role]) => (role === null ? date : openEnded(date, role)));

test('every date that is served is read again, as a date and as a range, with the same days', () => {
  fc.assert(
    fc.property(served, ({ edtf, earliest, latest }) => {
      const days: readonly (CalendarDate | null)[] = [earliest, latest];
      const read = requireEdtf(edtf);
      const bounds = requireEdtfBounds(edtf);
      expect([read.edtf, read.earliest, read.latest]).toEqual([edtf, ...days]);
      expect([bounds.earliest, bounds.latest]).toEqual(days);
    }),
    { numRuns: 2000 },
  );
});

test('what is read as a range is read as a date, but for an end that is unknown', () => {
  const pieces = fc.array(
    fc.constantFrom('2021', '-', '12', '/', '..', 'X', 'XX', '?', '~', '%', '21', '24', '0', '99'),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const bounds = readOrNull(() => requireEdtfBounds(text));
      const date = readOrNull(() => requireEdtf(text));
      const hasUnknownEnd = text.startsWith('/') || text.endsWith('/');
      expect(date && { earliest: date.earliest, latest: date.latest }).toEqual(hasUnknownEnd ? null : bounds);
    }),
    { numRuns: 2000 },
  );
});

function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof TimelineError && error.code === 'BAD_DATE') return null;
    throw error;
  }
}
