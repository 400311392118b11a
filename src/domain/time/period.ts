import { type DayNumber, dayNumberOf, yearMonthDayOf } from './calendar-date.ts';

/**
 * The units of the calendar that language names. A WEEK is an ISO week (Monday to Sunday), a WEEKEND its Saturday and
 * Sunday. SEASONS are meteorological and run spring, summer, autumn, winter; winter belongs to the year it begins in.
 */
export const PERIOD_UNITS = [
  'DAY',
  'WEEK',
  'WEEKEND',
  'MONTH',
  'QUARTER',
  'SEASON',
  'HALF',
  'YEAR',
  'DECADE',
  'CENTURY',
] as const;

export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Whether a unit is longer than another: a year than a month. */
export const isLonger = (one: PeriodUnit, other: PeriodUnit): boolean =>
  PERIOD_UNITS.indexOf(one) > PERIOD_UNITS.indexOf(other);

/**
 * One unit of the calendar, such as December 2021. `index` counts the units from year 0, days and weeks from 1970; the next
 * period is `index + 1`.
 */
export interface Period {
  readonly unit: PeriodUnit;
  readonly index: number;
}

/** The first and the last day of a period, inclusive. */
export interface PeriodBounds {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** Monday of week 0 is three days before 1970-01-01. */
const WEEK_OFFSET = 3;
const MONTHS_IN: Partial<Record<PeriodUnit, number>> = { MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12 };
const YEARS_IN: Partial<Record<PeriodUnit, number>> = { DECADE: 10, CENTURY: 100 };
/** Spring begins in March, the third month. */
const SEASON_SHIFT_MONTHS = 2;

const monthIndexOf = (day: DayNumber): number => {
  const { year, month } = yearMonthDayOf(day);
  return year * 12 + month - 1;
};

const firstDayOfMonth = (monthIndex: number): DayNumber => {
  const year = Math.floor(monthIndex / 12);
  return dayNumberOf({ year, month: monthIndex - year * 12 + 1, day: 1 });
};

/** 18982 → the period of that one day. */
export const dayPeriod = (day: DayNumber): Period => ({ unit: 'DAY', index: day });
/** (2021, 12) → December 2021. */
export const monthPeriod = (year: number, month: number): Period => ({
  unit: 'MONTH',
  index: year * 12 + month - 1,
});
/** 2021 → the year 2021. */
export const yearPeriod = (year: number): Period => ({ unit: 'YEAR', index: year });

/** The period of that unit in which a day lies: (MONTH, 2021-12-21) → December 2021. */
export const periodOf = (unit: PeriodUnit, day: DayNumber): Period => ({
  unit,
  index: periodIndexOf(unit, day),
});

/** The index of `periodOf` without its object: histograms count thousands of days. */
export function periodIndexOf(unit: PeriodUnit, day: DayNumber): number {
  switch (unit) {
    case 'DAY':
      return day;
    case 'WEEK':
    case 'WEEKEND':
      return Math.floor((day + WEEK_OFFSET) / 7);
    case 'SEASON':
      return Math.floor((monthIndexOf(day) - SEASON_SHIFT_MONTHS) / 3);
    case 'MONTH':
    case 'QUARTER':
    case 'HALF':
    case 'YEAR':
      return Math.floor(monthIndexOf(day) / (MONTHS_IN[unit] ?? 1));
    case 'DECADE':
    case 'CENTURY':
      return Math.floor(yearMonthDayOf(day).year / (YEARS_IN[unit] ?? 1));
  }
}

/** The period `count` units later, or earlier for a negative count: (December 2021, -1) → November 2021. */
export const shiftPeriod = (period: Period, count: number): Period => ({
  unit: period.unit,
  index: period.index + count,
});

const monthBounds = (firstMonth: number, months: number): PeriodBounds => ({
  first: firstDayOfMonth(firstMonth),
  last: firstDayOfMonth(firstMonth + months) - 1,
});

/** December 2021 → the day numbers of 2021-12-01 and 2021-12-31. */
export function boundsOf({ unit, index }: Period): PeriodBounds {
  switch (unit) {
    case 'DAY':
      return { first: index, last: index };
    case 'WEEK':
      return { first: index * 7 - WEEK_OFFSET, last: index * 7 - WEEK_OFFSET + 6 };
    case 'WEEKEND':
      return { first: index * 7 - WEEK_OFFSET + 5, last: index * 7 - WEEK_OFFSET + 6 };
    case 'SEASON':
      return monthBounds(index * 3 + SEASON_SHIFT_MONTHS, 3);
    case 'MONTH':
    case 'QUARTER':
    case 'HALF':
    case 'YEAR': {
      const months = MONTHS_IN[unit] ?? 1;
      return monthBounds(index * months, months);
    }
    case 'DECADE':
    case 'CENTURY': {
      const years = YEARS_IN[unit] ?? 1;
      return monthBounds(index * years * 12, years * 12);
    }
  }
}

/** The period of another unit in which this one begins: a day's month, a month's year, a year's first month. */
export const widen = (period: Period, unit: PeriodUnit): Period => periodOf(unit, boundsOf(period).first);

/** The coarsest unit in which two days begin and end a span: YEAR for 2014-01-01 and 2016-12-31. */
export function unitBetween(first: DayNumber, last: DayNumber): 'DAY' | 'MONTH' | 'YEAR' {
  const [from, to] = [yearMonthDayOf(first), yearMonthDayOf(last + 1)];
  if (from.day !== 1 || to.day !== 1) return 'DAY';
  return from.month === 1 && to.month === 1 ? 'YEAR' : 'MONTH';
}

/** The Thursday of an ISO week decides its year: `{ year: 2021, week: 51 }`. */
export function isoWeekOf(weekIndex: number): { readonly year: number; readonly week: number } {
  const thursday = weekIndex * 7;
  const { year } = yearMonthDayOf(thursday);
  const firstDay = dayNumberOf({ year, month: 1, day: 1 });
  return { year, week: Math.floor((thursday - firstDay) / 7) + 1 };
}
