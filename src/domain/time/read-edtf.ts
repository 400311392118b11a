import { TimelineError } from '../errors.ts';
import { type CalendarDate, fromDayNumber, parseCalendarDate, toDayNumber } from './calendar-date.ts';
import { eventDateBetween, eventDateOf, isInCalendar, openEnded } from './edtf.ts';
import type { EventDate } from './event-date.ts';
import { boundsOf, dayPeriod, monthPeriod, type Period, yearPeriod } from './period.ts';

/** More than any date of levels 0 and 1 needs, in UTF-16 code units. */
export const LONGEST_EDTF = 64;

/** The first and the last day of a stretch of time, inclusive; null where it is open. */
export interface EdtfBounds {
  readonly earliest: CalendarDate | null;
  readonly latest: CalendarDate | null;
}

/**
 * Reads the EDTF that a person writes for the date of an event: `2021-12-21`, `2021-12`, `2021`, `202X`, an interval of
 * two of these, or one of them with an open end, `2021/..`. Throws `BAD_DATE` for anything else.
 */
export function requireEdtf(text: string): EventDate {
  const date = text.length > LONGEST_EDTF ? null : dateIn(text.trim());
  if (date === null) throw refusal(text, 'a date such as 2021-12-21, 2021-12 or 2021/..');
  return date;
}

/**
 * The days that a date of EDTF (ISO 8601-2) level 0 or 1 can mean: `2021-12-21`, `2021-12`, `2021`, `202X`, `2021-XX`,
 * seasons (`2021-24` is the winter that begins in December 2021), each with `?`, `~` or `%`, which widen nothing;
 * intervals of two of these, one end open (`2021/..`) or unknown (`2021/`). Throws `BAD_DATE` for anything else, and for
 * years outside 0001–9999.
 */
export function requireEdtfBounds(text: string): EdtfBounds {
  const bounds = text.length > LONGEST_EDTF ? null : boundsIn(text.trim());
  if (bounds === null)
    throw refusal(text, 'a date of EDTF level 0 or 1, such as 2021-12-21, 2021-12, 202X or 2021-12-01/..');
  return bounds;
}

const refusal = (text: string, wanted: string): TimelineError =>
  new TimelineError('BAD_DATE', `"${text.slice(0, 80)}" is not ${wanted}`);

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

function boundsIn(text: string): EdtfBounds | null {
  const [from = '', to = from, ...others] = text.split('/');
  const [first, last] = [periodIn(unqualified(from)), periodIn(unqualified(to))];
  if (others.length > 0 || (first ?? last) === null) return null;
  if ((first === null && !isOpen(from)) || (last === null && !isOpen(to))) return null;
  const [earliest, latest] = [first && boundsOf(first).first, last && boundsOf(last).last];
  if (![earliest, latest].every((day) => day === null || isInCalendar(day))) return null;
  if (earliest !== null && latest !== null && earliest > latest) return null;
  return {
    earliest: earliest === null ? null : fromDayNumber(earliest),
    latest: latest === null ? null : fromDayNumber(latest),
  };
}

const isOpen = (end: string): boolean => end === '..' || end === '';

/** `2021-12~` → `2021-12`: how sure somebody is of a date does not move its days. */
const unqualified = (date: string): string => date.replace(/[?~%]$/, '');

const YEAR = /^(\d{2})(\d\d|\dX|XX)$/;
const YEAR_AND_MONTH = /^(\d{4})-(\d\d|XX)$/;

function periodIn(text: string): Period | null {
  const day = parseCalendarDate(text);
  if (day !== undefined) return dayPeriod(toDayNumber(day));
  const coarser = text.endsWith('-XX-XX') || /-\d\d-XX$/.test(text) ? text.slice(0, -'-XX'.length) : text;
  const [, century = '', rest] = YEAR.exec(coarser) ?? [];
  if (rest === 'XX') return { unit: 'CENTURY', index: Number(century) };
  if (rest?.endsWith('X')) return { unit: 'DECADE', index: Number(century + rest.slice(0, 1)) };
  if (rest !== undefined) return yearPeriod(Number(century + rest));
  const [, year, part] = YEAR_AND_MONTH.exec(coarser) ?? [];
  return year === undefined || part === undefined ? null : partOfYear(Number(year), part, text === coarser);
}

/** A month, an unknown one, or a season (21 spring to 24 winter), of which there are no days. */
function partOfYear(year: number, part: string, isWhole: boolean): Period | null {
  if (part === 'XX') return yearPeriod(year);
  const number = Number(part);
  if (number >= 1 && number <= 12) return monthPeriod(year, number);
  return isWhole && number >= 21 && number <= 24 ? { unit: 'SEASON', index: year * 4 + number - 21 } : null;
}
