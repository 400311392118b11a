import { type DayNumber, requireCalendarDate, toDayNumber } from '../domain/time/calendar-date.ts';
import { displayDays } from '../domain/time/display.ts';
import { eventDateBetween } from '../domain/time/edtf.ts';
import type { EventDate } from '../domain/time/event-date.ts';
import type { Resolution, Unresolved } from '../domain/time/resolution.ts';

type Outcome = Resolution | Unresolved;

const COMMA = /^\s*,\s*(?:and\s+|&\s*)?(?:on\s+)?(?:the\s+)?$/i;
const AND = /^\s*,?\s*(?:and\s|&)\s*(?:on\s+)?(?:the\s+)?$/i;
/** Days further apart than this are those of several acts: "in Oslo on May 3, 2019 and August 4, 2020". */
const MOST_DAYS = 31;
/** No list of a report is longer. */
const LONGEST = 12;

/**
 * Joins the days of lists: "on May 3, 4 and 7", "on Monday and Tuesday". Each list is several expressions, as in TIMEX3, but one
 * date of one act. The first expression carries that date, the others have none. Days in a row are SPANS. Of other days the date
 * says no more than WITHIN, and its display names each day. "Until May 3 and 4" stays the date of its first day.
 */
export function joinDayLists(text: string, outcomes: readonly Outcome[]): readonly Outcome[] {
  const joined = [...outcomes];
  for (let first = 0; first < joined.length; first += 1) {
    const list = listFrom(text, joined, first);
    const [head] = list;
    const date = head === undefined ? null : dateOf(head.resolution, list);
    if (head === undefined || date === null) continue;
    joined[first] = { ...head.resolution, date };
    for (const [at, { resolution }] of list.entries())
      if (at > 0) joined[first + at] = { ...resolution, date: null };
    first += list.length - 1;
  }
  return joined;
}

interface ListedDay {
  readonly resolution: Resolution;
  readonly day: DayNumber;
}

/** The days of the list that begins with an outcome. A list ends with "and" before its last day. */
function listFrom(text: string, outcomes: readonly Outcome[], first: number): readonly ListedDay[] {
  const list: ListedDay[] = [];
  let length = 0;
  for (const outcome of outcomes.slice(first, first + LONGEST)) {
    const listed = dayOf(outcome);
    const before = list.at(-1)?.resolution.timex.end;
    if (listed === null || (before !== undefined && listed.resolution.date?.role !== 'ON')) break;
    const between = before === undefined ? null : text.slice(before, listed.resolution.timex.start);
    if (between !== null && !COMMA.test(between) && !AND.test(between)) break;
    list.push(listed);
    if (between !== null && AND.test(between)) length = list.length;
  }
  return list.slice(0, length);
}

const A_DAY = /^\d{4}-\d\d-\d\d$/;

function dayOf(outcome: Outcome): ListedDay | null {
  if (outcome.kind !== 'resolved' || outcome.date === null || !A_DAY.test(outcome.timex.value)) return null;
  return { resolution: outcome, day: toDayNumber(requireCalendarDate(outcome.timex.value)) };
}

function dateOf({ date }: Resolution, list: readonly ListedDay[]): EventDate | null {
  const days = [...new Set(list.map(({ day }) => day))].sort((one, other) => one - other);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || last - first >= MOST_DAYS) return null;
  if (date?.role !== 'ON') return date;
  const isRow = last - first === days.length - 1;
  return isRow
    ? eventDateBetween(first, last, 'SPANS')
    : eventDateBetween(first, last, 'WITHIN', 'RANGE', displayDays(days));
}
