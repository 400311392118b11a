import { eventDateBetween } from '../domain/edtf.ts';
import {
  type DayBounds,
  dayBoundsOf,
  type EventDate,
  OPEN_END_DAY,
  OPEN_START_DAY,
} from '../domain/event-date.ts';

/**
 * The date that all the given ones allow: the intersection of their bounds, as the narrowest of them writes it where one is
 * just that, else a range. Where they cannot all be right, the first one. The dates come best first.
 */
export function joinDates(dates: readonly EventDate[]): EventDate | null {
  const [best] = dates;
  if (best === undefined) return null;
  const bounds = dates.map(dayBoundsOf);
  const earliestDay = Math.max(...bounds.map(({ earliestDay: day }) => day));
  const latestDay = Math.min(...bounds.map(({ latestDay: day }) => day));
  if (earliestDay > latestDay) return best;
  const narrowest = dates.find((_, index) => isExactly(bounds[index], { earliestDay, latestDay }));
  if (narrowest !== undefined) return narrowest;
  if (earliestDay === OPEN_START_DAY || latestDay === OPEN_END_DAY) return best;
  return eventDateBetween(earliestDay, latestDay, 'WITHIN') ?? best;
}

const isExactly = (one: DayBounds | undefined, other: DayBounds): boolean =>
  one?.earliestDay === other.earliestDay && one.latestDay === other.latestDay;
