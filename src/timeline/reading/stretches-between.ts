import type { DayNumber } from '../../domain/time/calendar-date.ts';
import { type DayBounds, OPEN_END_DAY, OPEN_START_DAY } from '../../domain/time/event-date.ts';

/** Days, both ends inclusive. */
export interface Stretch {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/**
 * The longest stretches that hold none of the bounds whole, in their order: none of them can be made longer by a day. They
 * overlap where bounds are of several days: of days 1 to 20 without a week that is somewhere from 8 to 14, both 1–13 and
 * 9–20. `first` and `last` limit them; null for where the bounds themselves begin and end.
 *
 * @param bounds By first day, then by last.
 */
export function stretchesBetween(
  bounds: readonly DayBounds[],
  limits: { readonly first: DayNumber | null; readonly last: DayNumber | null },
): readonly Stretch[] {
  const needed = smallestOf(bounds);
  const ends = [...needed.map(({ latestDay }) => latestDay - 1), limits.last];
  const starts = [limits.first, ...needed.map(({ earliestDay }) => earliestDay + 1)];
  return starts.flatMap((first, index) => {
    const last = ends[index] ?? null;
    return first === null || last === null || first > last ? [] : [{ first, last }];
  });
}

/** What holds another one says nothing more; what has no beginning or no end lies in no stretch. */
function smallestOf(bounds: readonly DayBounds[]): readonly DayBounds[] {
  const smallest: DayBounds[] = [];
  for (const one of bounds) {
    if (one.earliestDay === OPEN_START_DAY || one.latestDay === OPEN_END_DAY) continue;
    if (smallest.at(-1)?.earliestDay === one.earliestDay) continue;
    while ((smallest.at(-1)?.latestDay ?? OPEN_START_DAY) >= one.latestDay) smallest.pop();
    smallest.push(one);
  }
  return smallest;
}
