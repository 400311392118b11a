import type { Brand } from '../brand.ts';
import { TimelineError } from '../errors.ts';

/**
 * A civil day of the proleptic Gregorian calendar as `YYYY-MM-DD` (ISO 8601-1), never an instant.
 * Years run from -0767 to 9999. Years before our era are counted as in EDTF: `0000` is 1 BC, `-0489` is 490 BC. Earlier
 * years would lie before the day that stands for an open beginning.
 */
export type CalendarDate = Brand<string, 'CalendarDate'>;

/** Days since 1970-01-01, which is day 0. */
export type DayNumber = number;

/** A day by its parts: `{ year: 2021, month: 12, day: 21 }`. */
export interface YearMonthDay {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

const DAYS_BEFORE_EPOCH = 719_468;
const DAYS_PER_ERA = 146_097;

/** `2021-12-21` → 18982. Howard Hinnant's civil-day arithmetic, exact for every year. */
export function dayNumberOf({ year, month, day }: YearMonthDay): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_EPOCH;
}

/** 18982 → `{ year: 2021, month: 12, day: 21 }`. */
export function yearMonthDayOf(dayNumber: DayNumber): YearMonthDay {
  const days = dayNumber + DAYS_BEFORE_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 768 BC, the earliest year that has days. */
export const FIRST_YEAR = -767;

/** Whether the three numbers name a day that exists, in the years -767 to 9999. */
export function isRealDay({ year, month, day }: YearMonthDay): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= FIRST_YEAR &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

const two = (value: number): string => String(value).padStart(2, '0');
const writtenYear = (year: number): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

/** `{ year: 2021, month: 12, day: 21 }` → `2021-12-21`; throws `BAD_DATE` for a day that does not exist. */
export function calendarDateOf(parts: YearMonthDay): CalendarDate {
  const text = `${writtenYear(parts.year)}-${two(parts.month)}-${two(parts.day)}`;
  if (!isRealDay(parts)) throw new TimelineError('BAD_DATE', `"${text}" is not a day of the calendar`);
  return text as CalendarDate;
}

/**
 * Reads `YYYY-MM-DD` in the years 0001–9999; undefined for any other text and for days that do not exist, such as
 * `2021-02-30`.
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return parts.year >= 1 && isRealDay(parts) ? calendarDateOf(parts) : undefined;
}

/** Reads `YYYY-MM-DD`; throws `BAD_DATE` with the text for any other text. */
export function requireCalendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined)
    throw new TimelineError('BAD_DATE', `"${text}" is not a day written as YYYY-MM-DD`, {
      details: { value: text },
    });
  return date;
}

/** `2021-12-21` → `{ year: 2021, month: 12, day: 21 }`. */
export function partsOf(date: CalendarDate): YearMonthDay {
  return { year: Number(date.slice(0, -6)), month: Number(date.slice(-5, -3)), day: Number(date.slice(-2)) };
}

/** `2021-12-21` → 18982. */
export const toDayNumber = (date: CalendarDate): DayNumber => dayNumberOf(partsOf(date));

/** 18982 → `2021-12-21`. */
export const fromDayNumber = (dayNumber: DayNumber): CalendarDate =>
  calendarDateOf(yearMonthDayOf(dayNumber));

/** (`2021-12-21`, 7) → `2021-12-28`. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(toDayNumber(date) + days);

/** The same day some months later, or the last one of a month that is too short: 2021-01-31 and 1 → 2021-02-28. */
export function shiftMonths(dayNumber: DayNumber, months: number): DayNumber {
  const parts = yearMonthDayOf(dayNumber);
  const index = parts.year * 12 + parts.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayNumberOf({ year, month, day: Math.min(parts.day, daysInMonth(year, month)) });
}

/** ISO weekday: Monday is 1, Sunday 7. */
export const weekdayOf = (dayNumber: DayNumber): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;
