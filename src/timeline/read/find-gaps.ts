import { TimelineError } from '../../domain/errors.ts';
import type { Caller, EventFilter } from '../../domain/query/timeline-query.ts';
import {
  type CalendarDate,
  type DayNumber,
  fromDayNumber,
  toDayNumber,
} from '../../domain/time/calendar-date.ts';
import { type DayBounds, OPEN_END_DAY, OPEN_START_DAY } from '../../domain/time/event-date.ts';
import type { PeriodBounds } from '../../domain/time/period.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { checkedSize } from '../paging/page-request.ts';
import type { Gap, GapsQuery } from './timeline-reading.ts';

export const DEFAULT_GAPS = 10;
/** The most possible events that a gap names. */
const POSSIBLE_NAMED = 20;

/**
 * The longest gaps between the events that pass the filter, longest first; gaps of one length in the order of their days. No
 * event surely lies in a gap (`WITHIN`). Events that could lie in it (`OVERLAPS`) are named as possible. Throws `BAD_FILTER`
 * for any match but `OVERLAPS`.
 */
export async function findGaps(store: EventStore, query: GapsQuery): Promise<readonly Gap[]> {
  const filter = normalizeFilter(query.filter ?? {});
  const count = checkedSize('first', query.first ?? DEFAULT_GAPS);
  const { from = null, to = null } = filter.range ?? {};
  const match = query.filter?.range?.match ?? 'OVERLAPS';
  if (match !== 'OVERLAPS')
    throw new TimelineError('BAD_FILTER', `gaps say themselves what is certain: match cannot be ${match}`);
  const { caller } = query;
  const bounds = await store.countByBounds(inside(filter, from, to, 'WITHIN'), caller);
  const limits = { first: dayOrNull(from), last: dayOrNull(to) };
  const longest = gapsBetween(bounds, limits).toSorted(byLength).slice(0, count);
  return Promise.all(longest.map((days) => gapOf(store, filter, days, caller)));
}

const inside = (
  filter: EventFilter,
  from: CalendarDate | null,
  to: CalendarDate | null,
  match: 'WITHIN' | 'OVERLAPS',
): EventFilter => normalizeFilter({ ...filter, range: { from, to, match } });

const dayOrNull = (date: CalendarDate | null): number | null => (date === null ? null : toDayNumber(date));

const lengthOf = ({ first, last }: PeriodBounds): number => last - first + 1;

const byLength = (a: PeriodBounds, b: PeriodBounds): number => lengthOf(b) - lengthOf(a) || a.first - b.first;

async function gapOf(
  store: EventStore,
  filter: EventFilter,
  days: PeriodBounds,
  caller: Caller | undefined,
): Promise<Gap> {
  const [from, to] = [fromDayNumber(days.first), fromDayNumber(days.last)];
  const possible = inside(filter, from, to, 'OVERLAPS');
  const first = { direction: 'FORWARD', size: POSSIBLE_NAMED, after: null } as const;
  const page = await store.listEvents(possible, 'DATE', first, caller);
  return {
    from,
    to,
    days: lengthOf(days),
    possibleCount: page.hasNextPage ? await store.countEvents(possible, caller) : page.items.length,
    possible: page.items.map(({ node }) => node),
  };
}

/**
 * The spans of days that hold none of the bounds whole, in their order; no span could be a day longer.
 * Spans may overlap: of the days 1 to 20, an event somewhere from 8 to 14 leaves the gaps 1–13 and 9–20.
 * `limits` are the outermost days. Null stands for the first or last day of the bounds.
 *
 * @param bounds By first day, then by last.
 */
export function gapsBetween(
  bounds: readonly DayBounds[],
  limits: { readonly first: DayNumber | null; readonly last: DayNumber | null },
): readonly PeriodBounds[] {
  const needed = smallestOf(bounds);
  const ends = [...needed.map(({ latestDay }) => latestDay - 1), limits.last];
  const starts = [limits.first, ...needed.map(({ earliestDay }) => earliestDay + 1)];
  return starts.flatMap((first, index) => {
    const last = ends[index] ?? null;
    return first === null || last === null || first > last ? [] : [{ first, last }];
  });
}

/** Leaves out bounds that hold others whole, and bounds with an open end, which lie in no gap. */
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
