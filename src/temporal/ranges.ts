import type { Span } from '../domain/event/mention.ts';
import { fromDayNumber, toDayNumber } from '../domain/time/calendar-date.ts';
import { eventDateBetween, eventDateOf } from '../domain/time/edtf.ts';
import type { EventDate } from '../domain/time/event-date.ts';
import { dayPeriod } from '../domain/time/period.ts';
import type { Resolution, Unresolved } from '../domain/time/resolution.ts';

type Outcome = Resolution | Unresolved;

const MAX_BETWEEN = 14;
const JOINED = /^\s*(?:[-–—]|to|until|till|through|thru|and)\s*(?:the\s+)?$/i;
const AND = /^\s*and\s/i;
const TO = /^\s*(?:to|until|till)\s/i;
const FROM_BEFORE = /\bfrom\s+(?:the\s+)?$/i;
const BETWEEN_BEFORE = /\bbetween\s+(?:the\s+)?$/i;

/**
 * Joins the ends of ranges: "from Monday to Wednesday", "20–26 December", "between 2014 and 2016". Each range is two expressions,
 * as in TIMEX3, but one date. The first expression carries that date, the second has none.
 */
export function joinRanges(text: string, outcomes: readonly Outcome[]): readonly Outcome[] {
  const joined = [...outcomes];
  for (let index = 1; index < joined.length; index += 1) {
    const [first, second] = [joined[index - 1], joined[index]];
    if (first?.kind !== 'resolved' || second?.kind !== 'resolved') continue;
    const role = roleOfRange(text, first.timex, second.timex);
    if (role === null) continue;
    const [from, to] = inOrder(first, pastMidnight(first, second));
    const date = dateBetween(from, to, role);
    if (date === null) continue;
    joined[index - 1] = { ...from, date };
    joined[index] = { ...to, date: null };
  }
  return joined;
}

function dateBetween(from: Resolution, to: Resolution, role: 'SPANS' | 'WITHIN'): EventDate | null {
  const [earliest, latest] = [from.date?.earliest, to.date?.latest];
  return earliest == null || latest == null
    ? null
    : eventDateBetween(toDayNumber(earliest), toDayNumber(latest), role);
}

/**
 * Each weekday of a range is read alone, so the two may be in the wrong order. Written on a Tuesday, "from Monday to Wednesday"
 * began on the Monday before its Wednesday. In a clause about the future it ends on the Wednesday after its Monday.
 */
function inOrder(first: Resolution, second: Resolution): readonly [Resolution, Resolution] {
  const [from, to] = [weekdayOf(first), weekdayOf(second)];
  if (from === null || to === null || from <= to) return [first, second];
  return first.direction === 'FUTURE'
    ? [first, onDay(second, to + WEEK)]
    : [onDay(first, from - WEEK), second];
}

const CLOCK = /T(\d\d:\d\d)$/;

/** "10 p.m. - 2 a.m." ends on the day after: what begins later cannot end at an earlier time of the same day. */
function pastMidnight(first: Resolution, second: Resolution): Resolution {
  const [from, to] = [CLOCK.exec(first.timex.value)?.[1], CLOCK.exec(second.timex.value)?.[1]];
  const day = first.date?.latest;
  if (from === undefined || to === undefined || day == null || second.date?.earliest !== day) return second;
  return to < from ? onDay(second, toDayNumber(day) + 1) : second;
}

const WEEK = 7;

const weekdayOf = ({ rule, date }: Resolution): number | null =>
  /^weekday\/(?:same-or-last|next-by-cue)$/.test(rule) && date?.earliest != null
    ? toDayNumber(date.earliest)
    : null;

function onDay(resolution: Resolution, day: number): Resolution {
  const value = resolution.timex.value.replace(/^\d{4}-\d\d-\d\d/, fromDayNumber(day));
  return { ...resolution, timex: { ...resolution.timex, value }, date: eventDateOf(dayPeriod(day)) };
}

/** SPANS for a range, WITHIN for "between"; null where the words between the two make no range. */
function roleOfRange(text: string, first: Span, second: Span): 'SPANS' | 'WITHIN' | null {
  const between = text.slice(first.end, second.start);
  if (between.length > MAX_BETWEEN || !JOINED.test(between)) return null;
  const before = text.slice(Math.max(0, first.start - 16), first.start);
  if (AND.test(between)) return BETWEEN_BEFORE.test(before) ? 'WITHIN' : null;
  return TO.test(between) && !FROM_BEFORE.test(before) ? null : 'SPANS';
}
