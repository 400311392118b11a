import { eventDateBetween } from '../../../domain/time/edtf.ts';
import {
  type DayBounds,
  dayBoundsOf,
  type EventDate,
  OPEN_END_DAY,
  OPEN_START_DAY,
} from '../../../domain/time/event-date.ts';

/**
 * The intersection of dates. It keeps the EDTF of a date that it equals; otherwise it is a range.
 *
 * A date that leaves no intersection is skipped. Dates that most others overlap come first; ties keep the given order.
 */
export function joinDates(dates: readonly EventDate[]): EventDate | null {
  const given = dates.map((date) => ({ date, bounds: dayBoundsOf(date) }));
  const supportOf = ({ bounds }: { bounds: DayBounds }): number =>
    given.filter((other) => intersection(bounds, other.bounds) !== null).length;
  const supports = new Map(given.map((one) => [one, supportOf(one)]));
  const ranked = given.toSorted((a, b) => (supports.get(b) ?? 0) - (supports.get(a) ?? 0));
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

function intersection(one: DayBounds, other: DayBounds): DayBounds | null {
  const earliestDay = Math.max(one.earliestDay, other.earliestDay);
  const latestDay = Math.min(one.latestDay, other.latestDay);
  return earliestDay <= latestDay ? { earliestDay, latestDay } : null;
}
