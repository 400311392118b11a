import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayNumberOf,
  fromDayNumber,
  weekdayOf,
  yearMonthDayOf,
} from '../../src/domain/time/calendar-date.ts';
import { eventDateOf } from '../../src/domain/time/edtf.ts';
import { boundsOf, isoWeekOf, PERIOD_UNITS, periodOf, shiftPeriod } from '../../src/domain/time/period.ts';
import { timexValueOf } from '../../src/domain/time/timex.ts';

const FIRST = dayNumberOf({ year: 1000, month: 1, day: 1 });
const LAST = dayNumberOf({ year: 2999, month: 12, day: 31 });
const day = fc.integer({ min: FIRST, max: LAST });
const unit = fc.constantFrom(...PERIOD_UNITS);
const MS_PER_DAY = 86_400_000;

describe('days', () => {
  test('a day number and its year, month and day are the same day as in the built-in calendar', () => {
    fc.assert(
      fc.property(day, (number) => {
        expect(fromDayNumber(number)).toBe(new Date(number * MS_PER_DAY).toISOString().slice(0, 10));
        expect(dayNumberOf(yearMonthDayOf(number))).toBe(number);
        expect(weekdayOf(number) % 7).toBe(new Date(number * MS_PER_DAY).getUTCDay());
      }),
    );
  });
});

describe('periods', () => {
  test('the periods of a unit follow one another without a gap; only weekends leave days out', () => {
    fc.assert(
      fc.property(unit, day, (name, number) => {
        const period = periodOf(name, number);
        const { first, last } = boundsOf(period);
        const next = boundsOf(shiftPeriod(period, 1)).first;
        expect(next).toBe(last + (name === 'WEEKEND' ? 6 : 1));
        if (name !== 'WEEKEND') expect(first <= number && number <= last).toBe(true);
      }),
    );
  });

  test('the EDTF of a period has the bounds that an independent EDTF library reads from it', () => {
    fc.assert(
      fc.property(unit, day, (name, number) => {
        const date = eventDateOf(periodOf(name, number));
        const read = edtf(date?.edtf ?? '');
        expect([
          new Date(read.min).toISOString().slice(0, 10),
          new Date(read.max).toISOString().slice(0, 10),
        ]).toEqual([date?.earliest, date?.latest]);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['2020-12-31', { year: 2020, week: 53 }],
    ['2021-01-03', { year: 2020, week: 53 }],
    ['2021-01-04', { year: 2021, week: 1 }],
    ['2021-12-21', { year: 2021, week: 51 }],
    ['2024-12-30', { year: 2025, week: 1 }],
  ])('%s lies in the ISO week of the year that holds its Thursday', (text, week) => {
    const [year, month, dayOfMonth] = text.split('-').map(Number);
    const number = dayNumberOf({ year: year ?? 0, month: month ?? 0, day: dayOfMonth ?? 0 });
    expect(isoWeekOf(periodOf('WEEK', number).index)).toEqual(week);
  });

  test.each([
    ['DAY', '2021-12-21', '21 December 2021'],
    ['WEEK', '2021-W51', 'week of 20 December 2021'],
    ['WEEKEND', '2021-W51-WE', 'weekend of 25 December 2021'],
    ['MONTH', '2021-12', 'December 2021'],
    ['QUARTER', '2021-Q4', 'fourth quarter of 2021'],
    ['SEASON', '2021-WI', 'winter 2021–22'],
    ['HALF', '2021-H2', 'second half of 2021'],
    ['YEAR', '2021', '2021'],
    ['DECADE', '202', '2020s'],
    ['CENTURY', '20', '21st century'],
  ] as const)('the %s of 21 December 2021 is %s, told as "%s"', (name, value, display) => {
    const period = periodOf(name, dayNumberOf({ year: 2021, month: 12, day: 21 }));
    expect([timexValueOf(period), eventDateOf(period)?.display]).toEqual([value, display]);
  });
});
