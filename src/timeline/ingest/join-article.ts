import type { AuditNote } from '../../domain/event/audit.ts';
import type { DerivedEvent } from '../../domain/event/event.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import { mintEventId } from '../../ingestion/joining/identify-event.ts';
import type { TimelineUnit } from '../../store/port/event-store.ts';
import { joinUnderDecisions } from './join-under-decisions.ts';
import type { ArticleReading } from './read-article.ts';
import { readNeighbourhood } from './read-neighbourhood.ts';

/** The result of saving an article. */
export interface SavedArticle {
  readonly revision: number;
  /** Events that hold a mention of the article. */
  readonly eventCount: number;
  /** Events that were added, changed, merged or withdrawn. */
  readonly changedCount: number;
}

/** Joins an article's mentions to the events of the store and saves the change. */
export async function joinArticle(
  unit: TimelineUnit,
  { article, mentions, actors, places }: ArticleReading,
  { supersedes, note }: { supersedes: ArticleId | null; note: AuditNote | undefined },
): Promise<SavedArticle> {
  const dropped = supersedes === null ? [article.id] : [article.id, supersedes];
  // A withdrawn event may come back under its id, together with the decisions about it.
  const events = mentions.map(({ id }) => mintEventId(id));
  const candidates = await readNeighbourhood(unit, { articles: dropped, events }, mentions);
  const known = { candidates: candidates.events, mentions, dropped };
  const joined = joinUnderDecisions(known, candidates.decisions);
  const change = {
    article,
    supersedes,
    ...joined,
    actors,
    places,
    ...(note !== undefined && { note }),
  };
  return {
    revision: await unit.saveArticle(change),
    eventCount: countEventsOf(article.id, joined, candidates.events),
    changedCount: joined.events.length + joined.merged.length + joined.withdrawn.length,
  };
}

/** The part of a joining's changes that counting needs. */
interface Joined {
  readonly events: readonly DerivedEvent[];
  readonly merged: readonly { readonly from: EventId }[];
  readonly withdrawn: readonly EventId[];
}

/** Counts the events with a mention in the article after a joining, among changed events and unchanged candidates. */
function countEventsOf(article: ArticleId, joined: Joined, candidates: readonly DerivedEvent[]): number {
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
