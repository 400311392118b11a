import type { Span } from '../domain/event/mention.ts';
import type { DayNumber } from '../domain/time/calendar-date.ts';
import { eventDateBetween } from '../domain/time/edtf.ts';
import type { Resolution, Unresolved } from '../domain/time/resolution.ts';
import { inOrder } from './in-order.ts';

type Outcome = Resolution | Unresolved;

const MAX_BETWEEN = 14;
const JOINED = /^\s*(?:[-–—/]|to|until|till|through|thru|and|or)\s*(?:the\s+)?$/i;
const AND = /^\s*and\s/i;
const OR = /^\s*or\s/i;
const TO = /^\s*(?:to|until|till)\s/i;
const FROM_BEFORE = /\bfrom\s+(?:the\s+)?$/i;
const BETWEEN_BEFORE = /\bbetween\s+(?:the\s+)?$/i;
const MOVED_BEFORE =
  /\b(?:(?:mov|postpon|delay|reschedul|chang|shift|push)(?:e?s|e?d|ing)|put\s+off|brought\s+forward)\b[^.;]{0,80}\bfrom\s+(?:the\s+)?$/i;
const REACH = 112;
/** Between days in figures "to" alone makes a range: "17 May to 17 June". */
const IN_FIGURES = /^(?:explicit-date|day-range)\//;

/**
 * Joins the ends of ranges: "from Monday to Wednesday", "20–26 December", "between 2014 and 2016", "Monday or Tuesday". Each
 * range is two expressions, as in TIMEX3, but one date. The first expression carries that date, the second has none.
 */
export function joinRanges(
  text: string,
  outcomes: readonly Outcome[],
  anchor: DayNumber,
): readonly Outcome[] {
  const joined = [...outcomes];
  for (let index = 1; index < joined.length; index += 1) {
    const [first, second] = [joined[index - 1], joined[index]];
    if (first?.kind !== 'resolved' || second?.kind !== 'resolved') continue;
    if (isMoved(text, first, second)) joined[index - 1] = { ...first, date: null };
    const role = roleOfRange(text, first, second);
    if (role === null) continue;
    const ends = inOrder(first, second, anchor);
    const date = ends && eventDateBetween(ends.first, ends.last, role);
    if (ends === null || date === null) continue;
    joined[index - 1] = { ...ends.from, date };
    joined[index] = { ...ends.to, date: null };
  }
  return joined;
}

/** SPANS for a range, WITHIN for "between" and "or"; null where the words between the two make no range. */
function roleOfRange(text: string, first: Resolution, second: Resolution): 'SPANS' | 'WITHIN' | null {
  const between = textBetween(text, first.timex, second.timex);
  if (between === null || !JOINED.test(between)) return null;
  const before = textBefore(text, first);
  if (OR.test(between)) return 'WITHIN';
  if (AND.test(between)) return BETWEEN_BEFORE.test(before) ? 'WITHIN' : null;
  if (!TO.test(between)) return 'SPANS';
  const isRange = FROM_BEFORE.test(before)
    ? !isMoved(text, first, second)
    : IN_FIGURES.test(first.rule) && IN_FIGURES.test(second.rule);
  return isRange ? 'SPANS' : null;
}

/** "postponed from Monday to Friday": nothing happens on the Monday. */
function isMoved(text: string, first: Resolution, second: Resolution): boolean {
  const between = textBetween(text, first.timex, second.timex);
  return (
    between !== null && TO.test(between) && JOINED.test(between) && MOVED_BEFORE.test(textBefore(text, first))
  );
}

const textBefore = (text: string, { timex }: Resolution): string =>
  text.slice(Math.max(0, timex.start - REACH), timex.start);

const textBetween = (text: string, first: Span, second: Span): string | null =>
  second.start - first.end > MAX_BETWEEN ? null : text.slice(first.end, second.start);
