import { toDayNumber } from '../domain/calendar-date.ts';
import { eventDateBetween } from '../domain/edtf.ts';
import type { EventDate } from '../domain/event-date.ts';
import type { Resolution, Unresolved } from '../domain/resolution.ts';

type Outcome = Resolution | Unresolved;

const MAX_BETWEEN = 14;
const JOINED = /^\s*(?:[-–—]|to|until|till|through|thru|and)\s*(?:the\s+)?$/i;
const AND = /^\s*and\s/i;
const TO = /^\s*(?:to|until|till)\s/i;
const FROM_BEFORE = /\bfrom\s+(?:the\s+)?$/i;
const BETWEEN_BEFORE = /\bbetween\s+(?:the\s+)?$/i;

/**
 * "from Monday to Wednesday", "20–26 December", "between 2014 and 2016": two expressions, as TIMEX3 has it, but one stretch of the
 * calendar. The first carries it as its date, the second none of its own.
 */
export function joinRanges(text: string, outcomes: readonly Outcome[]): readonly Outcome[] {
  const joined = [...outcomes];
  for (let index = 1; index < joined.length; index += 1) {
    const [first, second] = [joined[index - 1], joined[index]];
    if (first?.kind !== 'resolved' || second?.kind !== 'resolved') continue;
    const date = rangeOf(text, first, second);
    if (date === null) continue;
    joined[index - 1] = { ...first, date };
    joined[index] = { ...second, date: null };
  }
  return joined;
}

function rangeOf(text: string, first: Resolution, second: Resolution): EventDate | null {
  const role = roleOfRange(text, first.timex.end, second.timex.start, first.timex.start);
  const [from, to] = [first.date?.earliest, second.date?.latest];
  if (role === null || from == null || to == null) return null;
  return eventDateBetween(toDayNumber(from), toDayNumber(to), role);
}

/** SPANS for a range, WITHIN for "between"; null where the words between the two make no range. */
function roleOfRange(text: string, end: number, next: number, start: number): 'SPANS' | 'WITHIN' | null {
  const between = text.slice(end, next);
  if (between.length > MAX_BETWEEN || !JOINED.test(between)) return null;
  const before = text.slice(Math.max(0, start - 16), start);
  if (AND.test(between)) return BETWEEN_BEFORE.test(before) ? 'WITHIN' : null;
  return TO.test(between) && !FROM_BEFORE.test(before) ? null : 'SPANS';
}
