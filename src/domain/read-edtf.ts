import { parseCalendarDate, toDayNumber } from './calendar-date.ts';
import { eventDateBetween, eventDateOf, openEnded } from './edtf.ts';
import { TimelineError } from './errors.ts';
import type { EventDate } from './event-date.ts';
import { boundsOf, dayPeriod, monthPeriod, type Period, yearPeriod } from './period.ts';

/**
 * Reads the EDTF that a person writes: `2021-12-21`, `2021-12`, `2021`, an interval of two of these, or one of them with an
 * open end, `2021/..`. Throws `BAD_DATE` for anything else.
 */
export function requireEdtf(text: string): EventDate {
  const date = dateIn(text.trim());
  if (date === null)
    throw new TimelineError(
      'BAD_DATE',
      `"${text.slice(0, 80)}" is not a date such as 2021-12-21, 2021-12 or 2021/..`,
    );
  return date;
}

function dateIn(text: string): EventDate | null {
  const [from = '', to, ...others] = text.split('/');
  if (others.length > 0) return null;
  const [first, last] = [periodIn(from), to === undefined ? null : periodIn(to)];
  if (to === undefined) return first && eventDateOf(first);
  if (from === '..') return opened(last, 'BEFORE');
  if (to === '..') return opened(first, 'AFTER');
  return first && last && eventDateBetween(boundsOf(first).first, boundsOf(last).last, 'WITHIN');
}

function opened(period: Period | null, role: 'BEFORE' | 'AFTER'): EventDate | null {
  const date = period && eventDateOf(period);
  return date && openEnded(date, role);
}

function periodIn(text: string): Period | null {
  const day = parseCalendarDate(text);
  if (day !== undefined) return dayPeriod(toDayNumber(day));
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  return month === undefined ? yearPeriod(Number(year)) : monthPeriod(Number(year), Number(month));
}
