import {
  type CalendarDate,
  type DayNumber,
  fromDayNumber,
  isRealDay,
  toDayNumber,
  yearMonthDayOf,
} from './calendar-date.ts';
import { displayBetween, displayPeriod } from './display.ts';
import type { DateRole, EventDate, Precision } from './event-date.ts';
import { boundsOf, type Period, type PeriodUnit, periodOf, unitBetween } from './period.ts';
import { timexValueOf } from './timex.ts';

const PRECISION_OF: Record<PeriodUnit, Precision> = {
  DAY: 'DAY',
  WEEK: 'WEEK',
  WEEKEND: 'RANGE',
  MONTH: 'MONTH',
  QUARTER: 'QUARTER',
  SEASON: 'SEASON',
  HALF: 'YEAR_PART',
  YEAR: 'YEAR',
  DECADE: 'DECADE',
  CENTURY: 'CENTURY',
};

/** Whether a day lies in the years 1–9999. A period outside them has no event date. */
const isInCalendar = (day: DayNumber): boolean => isRealDay(yearMonthDayOf(day));

const civil = (day: DayNumber): CalendarDate => fromDayNumber(day);

/** How much of `YYYY-MM-DD` names a day, a month or a year. */
const LENGTHS = { DAY: 10, MONTH: 7, YEAR: 4 } as const;

/** Two days as EDTF, as short as possible: whole months as `2021-10/2021-12`, whole years as `2014/2016`. */
function edtfBetween(first: DayNumber, last: DayNumber): string {
  const length = LENGTHS[unitBetween(first, last)];
  const [from, to] = [civil(first).slice(0, length), civil(last).slice(0, length)];
  return from === to ? from : `${from}/${to}`;
}

/** A period as EDTF level 1: `2021-12-21`, `2021-12`, `2021`, `202X`, `20XX`; weeks, quarters and seasons as intervals. */
function edtfOf(period: Period): string {
  if (period.unit === 'DECADE') return `${timexValueOf(period)}X`;
  if (period.unit === 'CENTURY') return `${timexValueOf(period)}XX`;
  const { first, last } = boundsOf(period);
  return edtfBetween(first, last);
}

/** The date of an event in a period: December 2021 → `2021-12`, WITHIN. Null outside the years 1–9999. */
export function eventDateOf(
  period: Period,
  role: DateRole = period.unit === 'DAY' ? 'ON' : 'WITHIN',
): EventDate | null {
  const { first, last } = boundsOf(period);
  if (!isInCalendar(first) || !isInCalendar(last)) return null;
  return {
    edtf: edtfOf(period),
    earliest: civil(first),
    latest: civil(last),
    precision: PRECISION_OF[period.unit],
    role,
    display: displayPeriod(period),
  };
}

/** EDTF's marks, in words: a date is uncertain, approximate, or both. */
const WORDS_OF_MARK = { '?': 'perhaps', '~': 'about', '%': 'perhaps about' } as const;

export type EdtfMark = keyof typeof WORDS_OF_MARK;

/**
 * "about 2014" → `2014~`, some time in it. Decades, centuries and intervals are written without a mark and stay as they
 * are.
 */
export function withMark(date: EventDate, mark: EdtfMark): EventDate {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(date.edtf)) return date;
  const display = `${WORDS_OF_MARK[mark]} ${date.display}`;
  return { ...date, edtf: date.edtf + mark, role: 'WITHIN', display };
}

/**
 * A date with one end left open: "until Friday" → `../2021-12-24`, BEFORE; "since 2014" → `2014/..`, AFTER. The other end
 * keeps its precision, and the date itself is included.
 */
export function openEnded(date: EventDate, role: 'BEFORE' | 'AFTER'): EventDate {
  const [from = '', to = from] = date.edtf.split('/');
  const written = (part: string, day: CalendarDate | null): string =>
    part.includes('X') ? (day ?? part) : part;
  const before = role === 'BEFORE';
  return {
    edtf: before ? `../${written(to, date.latest)}` : `${written(from, date.earliest)}/..`,
    earliest: before ? null : date.earliest,
    latest: before ? date.latest : null,
    precision: 'OPEN',
    role,
    display: `${before ? 'until' : 'since'} ${date.display}`,
  };
}

/**
 * The date of an event whose article gives no other day than its own: 19 November 2019 → `2019-11-19~`, PUBLISHED. The
 * event could lie on that day, and never surely does.
 */
export function publishedDate(day: CalendarDate): EventDate {
  return {
    edtf: `${day}~`,
    earliest: day,
    latest: day,
    precision: 'DAY',
    role: 'PUBLISHED',
    display: `reported ${displayPeriod({ unit: 'DAY', index: toDayNumber(day) })}`,
  };
}

/**
 * A date from one day to another, inclusive: "between 2014 and 2016". A single day is that day, whatever words led there, and
 * a whole month or year that period. Null where the days are in the wrong order.
 */
export function eventDateBetween(
  first: DayNumber,
  last: DayNumber,
  role: DateRole,
  precision: Precision = 'RANGE',
  display: string = displayBetween(first, last),
): EventDate | null {
  if (!isInCalendar(first) || !isInCalendar(last) || first > last) return null;
  const whole = WHOLE.map((unit) => periodOf(unit, first)).find((period) => coincides(period, first, last));
  if (whole !== undefined) return eventDateOf(whole, whole.unit === 'DAY' ? 'ON' : role);
  return {
    edtf: edtfBetween(first, last),
    earliest: civil(first),
    latest: civil(last),
    precision,
    role,
    display,
  };
}

/** The periods that EDTF writes without a slash, decades and centuries aside. */
const WHOLE: readonly PeriodUnit[] = ['DAY', 'MONTH', 'YEAR'];

function coincides(period: Period, first: DayNumber, last: DayNumber): boolean {
  const bounds = boundsOf(period);
  return bounds.first === first && bounds.last === last;
}
