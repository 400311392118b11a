import { type CalendarDate, type DayNumber, toDayNumber } from './calendar-date.ts';

/** How finely a date is known. RANGE is a span that no other word names; OPEN lacks an end or a beginning. */
export const PRECISIONS = [
  'DAY',
  'WEEK',
  'MONTH_PART',
  'MONTH',
  'QUARTER',
  'SEASON',
  'YEAR_PART',
  'YEAR',
  'DECADE',
  'CENTURY',
  'RANGE',
  'OPEN',
] as const;

export type Precision = (typeof PRECISIONS)[number];

/**
 * How an event lies in its span: ON that day, WITHIN it at some unknown time, SPANS it from the first day to
 * the last, BEFORE or AFTER it. PUBLISHED: an article reported it on that day and does not say when it happened.
 * EDTF's `a/b` alone cannot tell WITHIN from SPANS.
 */
export const DATE_ROLES = ['ON', 'WITHIN', 'SPANS', 'BEFORE', 'AFTER', 'PUBLISHED'] as const;

export type DateRole = (typeof DATE_ROLES)[number];

/** The time of an event, never finer than the text gives it. */
export interface EventDate {
  /** EDTF (ISO 8601-2) level 0 or 1: `2021-12-21`, `2021-12`, `2021-12-01/2021-12-20`, `../2014`. */
  readonly edtf: string;
  /** First possible day, inclusive; null when the beginning is open. */
  readonly earliest: CalendarDate | null;
  /** Last possible day, inclusive; null when the end is open. */
  readonly latest: CalendarDate | null;
  readonly precision: Precision;
  readonly role: DateRole;
  /** English, for people: `21 December 2021`, `early 2022`, `week of 13 December 2021`. */
  readonly display: string;
}

/** The sort keys of an open beginning and an open end: before every day, after every day. */
export const OPEN_START_DAY: DayNumber = -1_000_000;
export const OPEN_END_DAY: DayNumber = 10_000_000;

/** The first and the last possible day of a date as sortable numbers, inclusive. */
export interface DayBounds {
  readonly earliestDay: DayNumber;
  readonly latestDay: DayNumber;
}

/** `{ earliest: 2021-12-01, latest: null }` → its day number and `OPEN_END_DAY`. */
export function dayBoundsOf(date: Pick<EventDate, 'earliest' | 'latest'>): DayBounds {
  return {
    earliestDay: date.earliest === null ? OPEN_START_DAY : toDayNumber(date.earliest),
    latestDay: date.latest === null ? OPEN_END_DAY : toDayNumber(date.latest),
  };
}
