import type { AuditNote } from '../domain/event/audit.ts';
import type { ArticleId } from '../domain/event/ids.ts';
import { mintEventId } from '../ingestion/joining/identify-event.ts';
import { listJoinKeys } from '../ingestion/joining/join-keys.ts';
import { namesOf } from '../ingestion/lexicon/lexicon.ts';
import type { EventStore } from '../store/port/event-store.ts';
import { countTold } from './count-told.ts';
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
