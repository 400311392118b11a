import { TimelineError } from '../../domain/errors.ts';
import type { EventFilter } from '../../domain/query/timeline-query.ts';
import {
  type CalendarDate,
  type DayNumber,
  fromDayNumber,
  toDayNumber,
} from '../../domain/time/calendar-date.ts';
import { type DayBounds, OPEN_END_DAY, OPEN_START_DAY } from '../../domain/time/event-date.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { checkedSize } from '../paging/page-request.ts';
import type { Gap, GapsQuery } from './timeline-reading.ts';

export const DEFAULT_GAPS = 10;
/** How many possible events a gap names. */
const POSSIBLE_NAMED = 20;

/**
 * The longest stretches in which no event that passes the filter surely lies, the longest first, of equals the earliest. An
 * event surely lies in a stretch that holds its first and its last possible day (`WITHIN`); all others that could
 * (`OVERLAPS`) are named as possible. Throws `BAD_FILTER` for another match, which would mean nothing here.
 */
export async function findGaps(store: EventStore, query: GapsQuery): Promise<readonly Gap[]> {
  const filter = normalizeFilter(query.filter ?? {});
  const count = checkedSize('first', query.first ?? DEFAULT_GAPS);
  const { from = null, to = null } = filter.range ?? {};
  const match = query.filter?.range?.match ?? 'OVERLAPS';
  if (match !== 'OVERLAPS')
    throw new TimelineError('BAD_FILTER', `gaps say themselves what is certain: match cannot be ${match}`);
  const bounds = await store.countByBounds(inside(filter, from, to, 'WITHIN'));
  const limits = { first: dayOrNull(from), last: dayOrNull(to) };
  const longest = stretchesBetween(bounds, limits).toSorted(byLength).slice(0, count);
  return Promise.all(longest.map((stretch) => gapOf(store, filter, stretch)));
}

const inside = (
  filter: EventFilter,
  from: CalendarDate | null,
  to: CalendarDate | null,
  match: 'WITHIN' | 'OVERLAPS',
): EventFilter => normalizeFilter({ ...filter, range: { from, to, match } });

const dayOrNull = (date: CalendarDate | null): number | null => (date === null ? null : toDayNumber(date));

const lengthOf = ({ first, last }: Stretch): number => last - first + 1;

const byLength = (a: Stretch, b: Stretch): number => lengthOf(b) - lengthOf(a) || a.first - b.first;

async function gapOf(store: EventStore, filter: EventFilter, stretch: Stretch): Promise<Gap> {
  const [from, to] = [fromDayNumber(stretch.first), fromDayNumber(stretch.last)];
  const possible = inside(filter, from, to, 'OVERLAPS');
  const page = await store.listEvents(possible, 'DATE', {
    direction: 'FORWARD',
    size: POSSIBLE_NAMED,
    after: null,
  });
  return {
    from,
    to,
    days: lengthOf(stretch),
    possibleCount: page.hasNextPage ? await store.countEvents(possible) : page.items.length,
    possible: page.items.map(({ node }) => node),
  };
}

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
