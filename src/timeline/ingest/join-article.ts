import type { AuditNote } from '../../domain/event/audit.ts';
import type { DerivedEvent } from '../../domain/event/event.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import { mintEventId } from '../../ingestion/joining/identify-event.ts';
import { listJoinKeys } from '../../ingestion/joining/join-keys.ts';
import { namesOf } from '../../ingestion/lexicon/lexicon.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { joinUnderDecisions } from './join-under-decisions.ts';
import type { ArticleReading } from './read-article.ts';
import { readNeighbourhood } from './read-neighbourhood.ts';

/** What saving an article came to. */
export interface SavedArticle {
  readonly revision: number;
  /** Events that hold a mention of the article. */
  readonly eventCount: number;
  /** Events that were added, changed, merged or withdrawn. */
  readonly changedCount: number;
}

/**
 * Joins an article's mentions to the events of the store and saves the change, all as of one revision. Undefined when
 * another writer has moved the store on from that revision: then everything must be looked up again.
 */
export async function joinArticle(
  store: EventStore,
  { article, mentions, lexicon }: ArticleReading,
  asOf: { supersedes: ArticleId | null; revision: number; note: AuditNote | undefined },
): Promise<SavedArticle | undefined> {
  const { supersedes, revision, note } = asOf;
  const dropped = supersedes === null ? [article.id] : [article.id, supersedes];
  // An event that was withdrawn may come back under its id, and what was decided about it with it.
  const events = mentions.map(({ id }) => mintEventId(id));
  const candidates = await readNeighbourhood(store, { articles: dropped, events }, mentions);
  if (candidates?.revision !== revision) return undefined;
  const known = { candidates: candidates.events, mentions, dropped };
  const joined = joinUnderDecisions(known, candidates.decisions);
  const change = {
    expectedRevision: revision,
    article,
    supersedes,
    ...joined,
    joinKeys: listJoinKeys(mentions),
    ...namesOf(lexicon, mentions),
    ...(note !== undefined && { note }),
  };
  return {
    revision: await store.saveArticle(change),
    eventCount: countTold(article.id, joined, candidates.events),
    changedCount: joined.events.length + joined.merged.length + joined.withdrawn.length,
  };
}

/** What a joining changed, as far as counting needs it. */
interface Joined {
  readonly events: readonly DerivedEvent[];
  readonly merged: readonly { readonly from: EventId }[];
  readonly withdrawn: readonly EventId[];
}

/** How many events tell of the article after a joining: the changed ones, and candidates that stayed as they were. */
function countTold(article: ArticleId, joined: Joined, candidates: readonly DerivedEvent[]): number {
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
