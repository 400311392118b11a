import { eventDateBetween } from '../../../domain/time/edtf.ts';
import {
  type DayBounds,
  dayBoundsOf,
  type EventDate,
  OPEN_END_DAY,
  OPEN_START_DAY,
} from '../../../domain/time/event-date.ts';

/**
 * The intersection of dates. It keeps the EDTF of a date that it equals; otherwise it is a range. The day of a report counts
 * only where no account has a date of its own: the first of several such days is the event's.
 *
 * A date that leaves no intersection is skipped. Dates that most others overlap come first; ties keep the given order.
 */
export function joinDates(dates: readonly EventDate[]): EventDate | null {
  const own = dates.filter(({ role }) => role !== 'PUBLISHED');
  return own.length > 0 ? intersectionOf(own) : firstReport(dates);
}

const firstReport = (dates: readonly EventDate[]): EventDate | null =>
  dates.toSorted((a, b) => dayBoundsOf(a).earliestDay - dayBoundsOf(b).earliestDay)[0] ?? null;

function intersectionOf(dates: readonly EventDate[]): EventDate | null {
  const given = dates.map((date) => ({ date, bounds: dayBoundsOf(date) }));
  const begins = given.map(({ bounds }) => bounds.earliestDay).sort((a, b) => a - b);
  const ends = given.map(({ bounds }) => bounds.latestDay).sort((a, b) => a - b);
  const supportOf = ({ earliestDay, latestDay }: DayBounds): number =>
    countBelow(begins, latestDay + 1) - countBelow(ends, earliestDay);
  const ranked = given
    .map((one) => ({ ...one, support: supportOf(one.bounds) }))
    .sort((a, b) => b.support - a.support);
  const [best] = ranked;
  if (best === undefined) return null;
  const { earliestDay, latestDay } = ranked.reduce<DayBounds>(
    (joined, { bounds }) => intersection(joined, bounds) ?? joined,
    best.bounds,
  );
  const narrowest = given.find(
    ({ bounds }) => bounds.earliestDay === earliestDay && bounds.latestDay === latestDay,
  );
  if (narrowest !== undefined) return narrowest.date;
  if (earliestDay === OPEN_START_DAY || latestDay === OPEN_END_DAY) return best.date;
  return eventDateBetween(earliestDay, latestDay, 'WITHIN') ?? best.date;
}

/** How many of sorted numbers are below a limit, by binary search. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function intersection(one: DayBounds, other: DayBounds): DayBounds | null {
  const earliestDay = Math.max(one.earliestDay, other.earliestDay);
  const latestDay = Math.min(one.latestDay, other.latestDay);
  return earliestDay <= latestDay ? { earliestDay, latestDay } : null;
}
