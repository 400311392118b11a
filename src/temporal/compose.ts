import { widen } from '../domain/time/period.ts';
import type { Candidate, PeriodReading, Reading } from './rule.ts';
import { TIME_OF_DAY, timeOfDayCode } from './values/clock-reading.ts';

/** A span of the text with its reading. */
export interface Read {
  readonly candidate: Candidate;
  readonly reading: Reading;
}

/** The words between a clock time and its day: "10 p.m. on Friday", "Friday, at 10 p.m.". */
const BETWEEN = /^,?\s{0,3}(?:(?:on|at|around|about)\s)?$/i;
const MAX_BETWEEN = 10;

const isDay = (reading: Reading): reading is PeriodReading =>
  reading.kind === 'period' && reading.period.unit === 'DAY' && reading.time === undefined;

/** "this morning": a clock time before it makes it exact. */
const isPartOfDay = (reading: Reading): reading is PeriodReading =>
  reading.kind === 'period' && reading.borrowsDay !== true && /^T[A-Z]+$/.test(reading.time ?? '');

/** A clock time without a day of its own. */
const isClock = (reading: Reading): reading is PeriodReading =>
  reading.kind === 'period' && reading.borrowsDay === true;

const PART_BEFORE = new RegExp(
  String.raw`(?:\b(?:the|early|late)\s+(?:in\s+the\s+)?)+(?<part>${TIME_OF_DAY})(?:\s+hours)?\s+(?:of|on)\s+$`,
  'i',
);
const REACH = 40;

/** "the night of May 13", "the early morning hours of 30 April": the day with its part makes a TIME. */
export function withPartOfDay(text: string, read: Read, reach: number): Read {
  if (!isDay(read.reading)) return read;
  const from = Math.max(reach, read.candidate.start - REACH);
  const part = PART_BEFORE.exec(text.slice(from, read.candidate.start));
  if (part === null) return read;
  const reading: PeriodReading = { ...read.reading, time: timeOfDayCode(part.groups?.['part'] ?? '') };
  return { candidate: { start: from + part.index, end: read.candidate.end, read: () => reading }, reading };
}

const WEEK_BEFORE = /\bthe\s+week\s+(?:of|beginning|starting|ending|ended)\s+$/i;

/** "the week of March 6": the day names its week. */
export function asWeek(text: string, read: Read, reach: number): Read {
  if (!isDay(read.reading)) return read;
  const from = Math.max(reach, read.candidate.start - REACH);
  const week = WEEK_BEFORE.exec(text.slice(from, read.candidate.start));
  if (week === null) return read;
  const reading: PeriodReading = { ...read.reading, period: widen(read.reading.period, 'WEEK') };
  return { candidate: { start: from + week.index, end: read.candidate.end, read: () => reading }, reading };
}

const BRACKET = /^\s?[([]$/;

/**
 * "today (14 October 2011)", "Friday night [14 October 2011]": the date in brackets says which day it is. Null for any other pair.
 */
export function explained(text: string, left: Read, right: Read): Read | null {
  if (!(isDay(left.reading) || isPartOfDay(left.reading)) || !isDay(right.reading)) return null;
  if (right.reading.rule !== 'explicit-date/full') return null;
  const [from, end] = [left.candidate.end, right.candidate.end];
  if (!BRACKET.test(text.slice(from, right.candidate.start)) || !/[)\]]/.test(text[end] ?? '')) return null;
  const { time } = left.reading;
  const reading: PeriodReading = time === undefined ? right.reading : { ...right.reading, time };
  return { candidate: { start: left.candidate.start, end: end + 1, read: () => reading }, reading };
}

const BESIDE_SET = /^,?\s{0,3}(?:(?:on|at|from|to|until|till|and|-|–)\s?)?$/i;

/** "at 5 a.m. every day", "daily at noon": a clock time beside a set recurs with it. */
export function recursWith(text: string, left: Read, right: Read): boolean {
  const [from, to] = [left.candidate.end, right.candidate.start];
  return to - from <= MAX_BETWEEN && BESIDE_SET.test(text.slice(from, to));
}

export const isSet = ({ reading }: Read): boolean => reading.kind === 'value' && reading.type === 'SET';
export const isBareClock = ({ reading }: Read): boolean => isClock(reading);

/**
 * "10 p.m. on Friday": a clock time and the day beside it make one TIME, as in TIMEX3. Null where the two do not belong
 * together.
 */
export function composed(text: string, left: Read, right: Read): Read | null {
  const [from, to] = [left.candidate.end, right.candidate.start];
  if (to - from > MAX_BETWEEN || !BETWEEN.test(text.slice(from, to))) return null;
  const [clock, day] = isClock(left.reading) ? [left.reading, right.reading] : [right.reading, left.reading];
  if (!isClock(clock) || !(isDay(day) || isPartOfDay(day)) || clock.time === undefined) return null;
  const reading: PeriodReading = { ...day, time: clock.time };
  return {
    candidate: { start: left.candidate.start, end: right.candidate.end, read: () => reading },
    reading,
  };
}

const RANGE = /^\s?(?:[-–—]|to|until|till|and|or)\s?$/i;
/** "5:30pm (0930 GMT) Wednesday", "3:26 p.m. local time on Wednesday" */
const OF_ZONE = /^(?:\s(?:local|\p{Lu}\p{L}+)\stime)?(?:\s?\([^()]{1,14}\))?,?\s(?:on\s)?$/u;

/**
 * "from 10 a.m. to 2 p.m. on 3 May", "at 10 a.m. local time on 3 May": the clock time without a day is on the day of the other.
 */
export function onDayOf(text: string, clock: Read, other: Read): Read {
  const { reading } = other;
  if (!isClock(clock.reading) || reading.kind !== 'period' || reading.borrowsDay === true) return clock;
  const between = text.slice(clock.candidate.end, other.candidate.start);
  const isOnDay = /^T\d/.test(reading.time ?? '') ? RANGE.test(between) : OF_ZONE.test(between);
  if (reading.period.unit !== 'DAY' || !isOnDay) return clock;
  const { period, reference } = reading;
  return { ...clock, reading: { ...clock.reading, period, reference } };
}
