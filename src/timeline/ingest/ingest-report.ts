import type { ArticleWarning } from '../../domain/event/article.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { Anchor } from '../../domain/time/anchor.ts';
import type { ArticleDocument, ReadLimits, ReadOutcome } from '../../ingestion/reading/read-article.ts';
import type { StoredArticle, TimelineUnit } from '../../store/port/event-store.ts';
import type { SavedArticle } from './join-article.ts';
import type { ArticleReading } from './read-article.ts';

/**
 * UNCHANGED: the same article again. REANCHORED: the same text, other metadata or another anchor. SUPERSEDED: new text of a
 * known URL.
 */
export const INGEST_OUTCOMES = ['ADDED', 'UNCHANGED', 'REANCHORED', 'SUPERSEDED'] as const;

export type IngestOutcome = (typeof INGEST_OUTCOMES)[number];

/** The result of ingesting one article. */
export interface IngestReport {
  readonly outcome: IngestOutcome;
  readonly articleId: ArticleId;
  readonly file: string | null;
  readonly title: string | null;
  readonly anchor: Anchor;
  /** Events with a mention in this article, new and known. */
  readonly eventCount: number;
  readonly mentionCount: number;
  readonly warnings: readonly ArticleWarning[];
  readonly revision: number;
}

/** An input that was refused, with the reason. */
export type Refusal = Extract<ReadOutcome, { readonly kind: 'rejected' }>;

/** An article of a bulk ingest, read or as its bytes. */
export type BulkInput =
  | ReadOutcome
  | { readonly kind: 'document'; readonly document: ArticleDocument; readonly limits: ReadLimits };

/** The result of ingesting one article among many. */
export type BulkOutcome = { readonly kind: 'ingested'; readonly report: IngestReport } | Refusal;

/** The outcomes of saving an article. */
export type SavedOutcome = Exclude<IngestOutcome, 'UNCHANGED'>;

/** The report on a saved article. */
export function reportSaved(
  outcome: SavedOutcome,
  { article, mentions }: ArticleReading,
  { revision, eventCount }: SavedArticle,
): IngestReport {
  const { id: articleId, file, title, anchor, warnings } = article;
  const mentionCount = mentions.length;
  return { outcome, articleId, file, title, anchor, eventCount, mentionCount, warnings, revision };
}

/** The report on an article that is already stored with the same reading. */
export async function reportUnchanged(
  store: Pick<TimelineUnit, 'readJoinCandidates'>,
  known: StoredArticle,
): Promise<IngestReport> {
  const { id: articleId, file, title, anchor, warnings } = known;
  const { events, revision } = await store.readJoinCandidates({
    accounts: [],
    articles: [articleId],
    mentions: [],
    events: [],
  });
  const mentions = events
    .flatMap((event) => event.mentions)
    .filter(({ article }) => article.id === articleId);
  return {
    outcome: 'UNCHANGED',
    articleId,
    file,
    title,
    anchor,
    eventCount: known.eventCount,
    mentionCount: mentions.length,
    warnings,
    revision,
  };
}
