import type { DerivedEvent } from '../domain/event/event.ts';
import type { ArticleId, EventId } from '../domain/event/ids.ts';

/** What a joining changed, as far as counting needs it. */
interface Joined {
  readonly events: readonly DerivedEvent[];
  readonly merged: readonly { readonly from: EventId }[];
  readonly withdrawn: readonly EventId[];
}

/** How many events tell of the article after a joining: the changed ones, and candidates that stayed as they were. */
export function countTold(article: ArticleId, joined: Joined, candidates: readonly DerivedEvent[]): number {
  const touched = new Set<EventId>([
    ...joined.events.map(({ id }) => id),
    ...joined.merged.map(({ from }) => from),
    ...joined.withdrawn,
  ]);
  const untouched = candidates.filter(({ id }) => !touched.has(id));
  return [...joined.events, ...untouched].filter(({ mentions }) =>
    mentions.some((mention) => mention.article.id === article),
  ).length;
}
