import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  fromDayNumber,
  isRealDay,
} from '../../../domain/time/calendar-date.ts';
import { MONTH } from '../../../temporal/values/patterns.ts';
import { isNullDay } from '../null-days.ts';
import { readWrittenDate, WRITTEN_DATE } from '../written-date.ts';

/** A day as a page writes it: in numbers, in words or as the seconds of Unix. */
export interface PublicationStamp {
  readonly date: CalendarDate;
  /** The hour (0–23) of a stamp in UTC, where the day at the paper's place may be another; null for any other stamp. */
  readonly utcHour: number | null;
}

/** `impossible` is a day that does not exist, such as 2021-02-30. */
export type StampReading =
  | { readonly kind: 'stamp'; readonly stamp: PublicationStamp }
  | { readonly kind: 'impossible'; readonly day: string }
  | { readonly kind: 'none' };

export interface StampSettings {
  /** Whether `03/04/2021` is 3 April, as in British pages. */
  readonly dayFirst: boolean;
  /** The last day that can be one of publication. */
  readonly lastDay: CalendarDate;
}

const NONE: StampReading = { kind: 'none' };
/** A longer text is no stamp, and its beginning is enough for a by-line. */
const LONGEST = 250;

const YEAR_FIRST =
  /^\D{0,12}(?<year>\d{4})(?:(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})|(?<m>\d{2})(?<d>\d{2})(?=(?:\d{4}|\d{6})?(?!\d)))(?<rest>.*)$/s;
const YEAR_LAST = /(?<!\d)(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?!\d)/;
/** Since 1970; with three digits more they are milliseconds. */
const SECONDS = /^(?<seconds>\d{10})(?:\d{3})?$/;
const IN_WORDS = new RegExp(String.raw`(?<![\p{L}\d])${WRITTEN_DATE}`, 'giu');
/** "Thu Dec 16 10:13:17 EST 2021" */
const YEAR_AT_END = new RegExp(
  String.raw`(?<day>${MONTH} \d{1,2}) (?<clock>\d\d:\d\d:\d\d \S{1,9}) (?<year>\d{4})`,
  'i',
);
const CLOCK = /(?<hour>\d{1,2}):\d{2}(?::\d{2})?(?:[.,]\d{1,9})?\s?(?<half>[ap]\.?m\b)?/i;
const IN_UTC = /(?:\b(?:UTC|GMT)\b(?!\s?[-+]?\d)|\dZ\b|[-+]00:?00\b)/i;

/** `2021-12-16T23:30:00-05:00` → 2021-12-16, the civil day as written, never moved to another time zone. */
export function readStamp(written: string, { dayFirst, lastDay }: StampSettings): StampReading {
  const text = written.slice(0, LONGEST).trim();
  const reading = stampOfSeconds(text) ?? stampOfNumbers(text, dayFirst) ?? stampOfWords(text) ?? NONE;
  if (reading.kind !== 'stamp') return reading;
  const { date } = reading.stamp;
  return isNullDay(date) || date > lastDay ? NONE : reading;
}

function stampOfNumbers(text: string, dayFirst: boolean): StampReading | undefined {
  const groups = YEAR_FIRST.exec(text)?.groups;
  if (groups !== undefined) {
    const { year, month, m, day, d, rest = '' } = groups;
    return stampOf(Number(year), Number(month ?? m), Number(day ?? d), rest);
  }
  const last = YEAR_LAST.exec(text)?.groups;
  if (last === undefined) return undefined;
  const { first, second, mark, year } = last;
  const [one, other] = [Number(first), Number(second)];
  const isDayFirst = one > 12 || (other <= 12 && (dayFirst || mark !== '/'));
  return stampOf(Number(year), isDayFirst ? other : one, isDayFirst ? one : other, text);
}

/** Zeros stand for what a program does not know, so that `2021-12-00` is no impossible day. */
function stampOf(year: number, month: number, day: number, clock: string): StampReading {
  const parts = { year, month, day };
  if (isRealDay(parts))
    return { kind: 'stamp', stamp: { date: calendarDateOf(parts), utcHour: utcHourOf(clock) } };
  if (year * month * day === 0 || month > 12) return NONE;
  const two = (value: number): string => String(value).padStart(2, '0');
  return { kind: 'impossible', day: `${year}-${two(month)}-${two(day)}` };
}

function stampOfSeconds(text: string): StampReading | undefined {
  const seconds = Number(SECONDS.exec(text)?.groups?.['seconds'] ?? Number.NaN);
  if (Number.isNaN(seconds)) return undefined;
  const days = Math.floor(seconds / 86_400);
  const utcHour = Math.floor((seconds % 86_400) / 3600);
  return { kind: 'stamp', stamp: { date: fromDayNumber(days), utcHour } };
}

function stampOfWords(text: string): StampReading | undefined {
  const { day, clock = text, year } = YEAR_AT_END.exec(text)?.groups ?? {};
  const joined = text.replaceAll(/(?<=[a-z.\d])-(?=[a-z\d])/gi, ' ');
  const days =
    day === undefined ? [...joined.matchAll(IN_WORDS)].map(([match]) => match) : [`${day} ${year}`];
  const date = days.map((each) => readWrittenDate(each)).find((each) => each !== undefined);
  return date === undefined ? undefined : { kind: 'stamp', stamp: { date, utcHour: utcHourOf(clock) } };
}

function utcHourOf(text: string): number | null {
  if (!IN_UTC.test(text)) return null;
  const { hour, half } = CLOCK.exec(text)?.groups ?? {};
  if (hour === undefined) return null;
  if (half === undefined) return Number(hour);
  return (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** No place is more than 14 hours ahead of UTC, or more than 12 behind it. */
const AHEAD = 14;
const BEHIND = 12;

/** Whether a clock at some place showed `date` at the instant of a stamp in UTC. */
export function canBeDayOf({ date, utcHour }: PublicationStamp, civil: CalendarDate): boolean {
  if (utcHour === null || date === civil) return date === civil;
  if (civil === addDays(date, 1)) return utcHour + AHEAD >= 24;
  return civil === addDays(date, -1) && utcHour < BEHIND;
}
