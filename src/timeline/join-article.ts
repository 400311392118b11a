import { TimelineError } from '../domain/errors.ts';
import { type DayBounds, dayBoundsOf } from '../domain/event-date.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { Mention } from '../domain/mention.ts';
import { joinAccounts } from '../ingestion/join-accounts.ts';
import { namesOf } from '../ingestion/lexicon.ts';
import type { EventStore } from '../store/event-store.ts';
import { countTold } from './count-told.ts';
import type { ArticleReading } from './read-article.ts';

/** What saving an article came to. */
export interface SavedArticle {
  readonly revision: number;
  /** Events that hold a mention of the article. */
  readonly eventCount: number;
}

/**
 * Joins an article's mentions to the events of the store and saves the change, all as of one revision. Undefined when
 * another writer has moved the store on from that revision: then everything must be looked up again.
 */
export async function joinArticle(
  store: EventStore,
  { article, mentions, lexicon }: ArticleReading,
  asOf: { supersedes: ArticleId | null; revision: number },
): Promise<SavedArticle | undefined> {
  const { supersedes, revision } = asOf;
  const dropped = supersedes === null ? [article.id] : [article.id, supersedes];
  const candidates = await store.readJoinCandidates({
    bounds: boundsOf(mentions),
    articles: dropped,
    mentions: mentions.map(({ id }) => id),
    events: [],
  });
  if (candidates.revision !== revision) return undefined;
  const joined = joinAccounts({ candidates: candidates.events, mentions, dropped });
  const change = {
    expectedRevision: revision,
    article,
    supersedes,
    ...joined,
    ...namesOf(lexicon, mentions),
  };
  const saved = await saveUnlessStale(() => store.saveArticle(change));
  return saved === undefined
    ? undefined
    : { revision: saved, eventCount: countTold(article.id, joined, candidates.events) };
}

function boundsOf(mentions: readonly Mention[]): readonly DayBounds[] {
  const bounds = new Map<string, DayBounds>();
  for (const { date } of mentions)
    if (date !== null) bounds.set(`${date.earliest}/${date.latest}`, dayBoundsOf(date));
  return [...bounds.values()];
}

async function saveUnlessStale(save: () => Promise<number>): Promise<number | undefined> {
  try {
    return await save();
  } catch (error) {
    if (error instanceof TimelineError && error.code === 'STALE_REVISION') return undefined;
    throw error;
  }
}
