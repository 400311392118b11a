import { fromDayNumber } from '../../domain/time/calendar-date.ts';
import type { DayCount, EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { checkedSize } from '../paging/page-request.ts';
import type { DigestDay, DigestQuery } from './timeline-reading.ts';

export const DEFAULT_DIGEST_DAYS = 10;

/**
 * The days that matter most among the events that pass the filter, in the order of time: the story in a few dates. A day
 * scores A/max A + L/max L: A is the number of articles with an account of the day, L that of those published two or more
 * days later. The maxima are those of the selection, and ties go to the earlier day. Copies of a text count once; days of
 * reports and wider dates do not count. Throws `BAD_PAGE` for more than 100 days.
 */
export async function digest(store: EventStore, query: DigestQuery): Promise<readonly DigestDay[]> {
  const filter = normalizeFilter(query.filter ?? {});
  const size = checkedSize('days', query.days ?? DEFAULT_DIGEST_DAYS);
  const chosen = daysThatMatter(await store.countByDays(filter, query.caller), size);
  const leading = chosen.map((day) => day.leading);
  const { asOf } = filter;
  const events = await (asOf === undefined
    ? store.getEvents(leading)
    : Promise.all(leading.map((id) => store.getEventAsOf(id, asOf))));
  const byId = new Map(events.flatMap((event) => (event === undefined ? [] : [[event.id, event]])));
  return chosen.flatMap(({ day, articleCount, laterCount, score, leading: id }) => {
    const event = byId.get(id);
    return event === undefined ? [] : [{ date: fromDayNumber(day), score, articleCount, laterCount, event }];
  });
}

/** The days of highest score, in the order of time. */
export function daysThatMatter(
  counts: readonly DayCount[],
  size: number,
): readonly (DayCount & { readonly score: number })[] {
  const mostArticles = highest(counts.map(({ articleCount }) => articleCount));
  const mostLater = highest(counts.map(({ laterCount }) => laterCount));
  return counts
    .map((count) => ({
      ...count,
      score: share(count.articleCount, mostArticles) + share(count.laterCount, mostLater),
    }))
    .toSorted((a, b) => b.score - a.score || a.day - b.day)
    .slice(0, size)
    .toSorted((a, b) => a.day - b.day);
}

const highest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
