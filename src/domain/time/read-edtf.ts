import { TimelineError } from '../errors.ts';
import { type CalendarDate, dayNumberOf, fromDayNumber, isRealDay } from './calendar-date.ts';
import { type EdtfMark, eventDateBetween, eventDateOf, openEnded, withMark } from './edtf.ts';
import type { EventDate } from './event-date.ts';
import { boundsOf, dayPeriod, monthPeriod, type Period, yearPeriod } from './period.ts';

/** More than any date of levels 0 and 1 needs, in UTF-16 code units. */
export const LONGEST_EDTF = 64;

/** The first and the last day that a date can mean, inclusive; null where it is open: `2021/..` has no last day. */
export interface EdtfBounds {
  readonly earliest: CalendarDate | null;
  readonly latest: CalendarDate | null;
}

/**
 * The date of an event as a person writes it in EDTF: `2021-12-21`, `2014~`, `202X`, `2021-12-01/2021-12-20`, `2021/..`.
 * Reads what `requireEdtfBounds` reads, but for an end that is unknown (`2021/`): a date's end is open (`..`) or given.
 * Throws `BAD_DATE` for any other text.
 */
export function requireEdtf(text: string): EventDate {
  const written = readEdtf(text);
  const date = written === null || written.hasUnknownEnd ? null : eventDateIn(written);
  if (date === null) throw refusal(text, 'a date such as 2021-12-21, 2021-12 or 2021/..');
  return date;
}

/**
 * The days that a date of EDTF (ISO 8601-2) level 0 or 1 can mean. Reads days, months, years, unspecified digits (`202X`,
 * `2021-XX`) and seasons (`2021-24` is the winter that begins in December 2021), and intervals of two of them.
 * A mark (`?`, `~`, `%`) moves no day. An end may be open (`2021/..`) or unknown (`2021/`).
 * Throws `BAD_DATE` for any other text, and for years outside -0767 to 9999 (768 BC to AD 9999).
 */
export function requireEdtfBounds(text: string): EdtfBounds {
  const written = readEdtf(text);
  if (written === null)
    throw refusal(text, 'a date of EDTF level 0 or 1, such as 2021-12-21, 2021-12, 202X or 2021-12-01/..');
  const { first, last } = written;
  return {
    earliest: first && fromDayNumber(boundsOf(first.period).first),
    latest: last && fromDayNumber(boundsOf(last.period).last),
  };
}

const refusal = (text: string, wanted: string): TimelineError =>
  new TimelineError('BAD_DATE', `"${text.slice(0, 80)}" ${limitPassedBy(text.trim()) ?? `is not ${wanted}`}`);

/** Forms of EDTF that are none of the days, months, seasons and years that are read here, each with the limit that it passes. */
const BEYOND: readonly (readonly [form: RegExp, limit: string])[] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d/, 'has a time of day, and dates here end with the day'],
  [/^(?:-(?:0(?:76[89]|7[7-9]\d|[89]\d\d)|[1-9]\d{3})|Y-?\d{5,})/, 'lies outside the years -0767 to 9999'],
  [
    /^[[{].*[\]}]$|^[\dX]{4}-(?:2[5-9]|3\d|4[01])$|^[?~%]/,
    'is of EDTF level 2, and levels 0 and 1 are read here',
  ],
  [/^\d{4}-\d\d-\d\d$/, 'is not a day of the calendar'],
];

function limitPassedBy(text: string): string | undefined {
  if (text.length > LONGEST_EDTF) return `has more than ${LONGEST_EDTF} characters`;
  const ends = text.split('/');
  const limit = BEYOND.find(([form]) => ends.some((end) => form.test(end) && !endIn(end)))?.[1];
  if (limit !== undefined || ends.length !== 2) return limit;
  return ends.every((end) => endIn(end)) ? 'ends before it begins' : undefined;
}

/** One end of an interval, or a date alone: `2014~` is the year 2014 with the mark `~`. */
interface WrittenEnd {
  readonly period: Period;
  readonly mark: EdtfMark | null;
}

/** An EDTF date by its ends, null for an end that is open or unknown; at least one of them is given. */
interface WrittenDate {
  readonly first: WrittenEnd | null;
  readonly last: WrittenEnd | null;
  readonly isInterval: boolean;
  readonly hasUnknownEnd: boolean;
}

function readEdtf(text: string): WrittenDate | null {
  if (text.length > LONGEST_EDTF) return null;
  const parts = text.trim().split('/');
  const [from = '', to = from] = parts;
  const [first, last] = [endIn(from), endIn(to)];
  if (parts.length > 2 || first === undefined || last === undefined || (first ?? last) === null) return null;
  if (first && last && boundsOf(first.period).first > boundsOf(last.period).last) return null;
  return { first, last, isInterval: parts.length > 1, hasUnknownEnd: parts.includes('') };
}

/** Null for an open or unknown end, undefined for a text that is no end. */
function endIn(text: string): WrittenEnd | null | undefined {
  if (text === '..' || text === '') return null;
  const mark = markIn(text.at(-1));
  const period = periodIn(mark === null ? text : text.slice(0, -1));
  return period === null || eventDateOf(period) === null ? undefined : { period, mark };
}

const markIn = (sign: string | undefined): EdtfMark | null =>
  sign === '?' || sign === '~' || sign === '%' ? sign : null;

function eventDateIn({ first, last, isInterval }: WrittenDate): EventDate | null {
  const [from, to] = [first && dateOfEnd(first), last && dateOfEnd(last)];
  if (first === null || from === null) return to && openEnded(to, 'BEFORE');
  if (last === null || to === null) return openEnded(from, 'AFTER');
  if (!isInterval) return from;
  const date = eventDateBetween(boundsOf(first.period).first, boundsOf(last.period).last, 'WITHIN');
  if (date === null || (first.mark === null && last.mark === null)) return date;
  const edtf = `${from.edtf.replace(/\/.*/, '')}/${to.edtf.replace(/.*\//, '')}`;
  return { ...date, edtf, display: `${from.display} – ${to.display}` };
}

function dateOfEnd({ period, mark }: WrittenEnd): EventDate | null {
  const date = eventDateOf(period);
  return mark === null || date === null ? date : withMark(date, mark);
}

const YEAR = /^(\d{2})(\d\d|\dX|XX)$/;
const YEAR_AND_MONTH = /^(-?\d{4})-(\d\d|XX)$/;
const BEFORE_OUR_ERA = /^-(?!0000)\d{4}$/;
const ANY_DAY = /^(-?\d{4})-(\d\d)-(\d\d)$/;

function periodIn(text: string): Period | null {
  if (ANY_DAY.test(text)) return dayIn(text);
  const coarser = text.endsWith('-XX-XX') || /-\d\d-XX$/.test(text) ? text.slice(0, -'-XX'.length) : text;
  const [, century = '', rest] = YEAR.exec(coarser) ?? [];
  if (rest === 'XX') return { unit: 'CENTURY', index: Number(century) };
  if (rest?.endsWith('X')) return { unit: 'DECADE', index: Number(century + rest.slice(0, 1)) };
  if (rest !== undefined) return yearPeriod(Number(century + rest));
  if (BEFORE_OUR_ERA.test(coarser)) return yearPeriod(Number(coarser));
  const [, year, part] = YEAR_AND_MONTH.exec(coarser) ?? [];
  return year === undefined || part === undefined ? null : partOfYear(Number(year), part, text === coarser);
}

function dayIn(text: string): Period | null {
  const [, year = '', month = '', day = ''] = ANY_DAY.exec(text) ?? [];
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== '-0000' && isRealDay(parts) ? dayPeriod(dayNumberOf(parts)) : null;
}

/** A month (`12`), an unknown month (`XX`), or a season from 21 (spring) to 24 (winter). A season has no days of its own. */
function partOfYear(year: number, part: string, isWhole: boolean): Period | null {
  if (part === 'XX') return yearPeriod(year);
  const number = Number(part);
  if (number >= 1 && number <= 12) return monthPeriod(year, number);
  return isWhole && number >= 21 && number <= 24 ? { unit: 'SEASON', index: year * 4 + number - 21 } : null;
}
