import type { Article, ArticleSource } from '../../domain/event/article.ts';
import type { AuditNote } from '../../domain/event/audit.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { EventStore, StoredArticle } from '../../store/port/event-store.ts';
import type { Editor } from '../timeline-writing.ts';
import { type IngestReport, reportSaved, reportUnchanged, type SavedOutcome } from './ingest-report.ts';
import { joinArticle } from './join-article.ts';
import {
  type ArticleReading,
  anchorArticle,
  type IngestTools,
  isSameReading,
  readArticle,
} from './read-article.ts';
import { retryWhileStale } from './retry-while-stale.ts';

/** The parts that ingesting works with. */
export interface IngestParts {
  readonly store: EventStore;
  readonly loadTools: () => Promise<IngestTools>;
  readonly defaultAnchor: CalendarDate;
  /** The present instant, for the audit trail: UTC, ISO 8601. */
  readonly now: () => string;
}

/** The caller's choices for one article. */
export interface IngestOptions {
  readonly anchor?: CalendarDate;
  /** The person for the audit trail. */
  readonly editor?: Editor;
}

/**
 * Reads one article, joins its mentions to the known events and saves all of it as one change. Of several texts under a URL the
 * latest ingested counts, even if the URL had that text before. `STORE_BUSY` if other writers come first every time.
 */
export async function ingestArticle(
  parts: IngestParts,
  source: ArticleSource,
  { anchor: override, editor }: IngestOptions = {},
): Promise<IngestReport> {
  const { store } = parts;
  const { article, dateline } = anchorArticle(source, parts.defaultAnchor, override);
  let reading: ArticleReading | undefined;
  return retryWhileStale(async () => {
    const revision = await store.readRevision();
    const known = await store.getArticle(article.id);
    const supersedes = await findReplaced(store, article.id, source.url);
    if (known !== undefined && isSettled(known, article, supersedes)) return reportUnchanged(store, known);
    reading ??= readArticle(article, dateline, await parts.loadTools());
    const outcome = outcomeOf(known, supersedes);
    const note = editor && noteOf(outcome, article.id, { ...editor, at: parts.now() });
    const saved = await joinArticle(store, reading, { supersedes, revision, note });
    return saved === undefined ? undefined : reportSaved(outcome, reading, saved);
  });
}

const noteOf = (outcome: SavedOutcome, subject: ArticleId, editor: Editor & { at: string }): AuditNote => ({
  action: outcome === 'REANCHORED' ? 'REANCHOR' : 'INGEST',
  subject,
  ...editor,
  before: [],
});

/** Nothing is left to do for the same reading again, and for a retracted text without a successor. */
const isSettled = (known: StoredArticle, article: Article, supersedes: ArticleId | null): boolean =>
  known.current ? isSameReading(known, article) : supersedes === null;

async function findReplaced(store: EventStore, id: ArticleId, url: string | null): Promise<ArticleId | null> {
  const sameUrl = url === null ? undefined : await store.findArticleByUrl(url);
  return sameUrl === undefined || sameUrl.id === id ? null : sameUrl.id;
}

function outcomeOf(known: StoredArticle | undefined, supersedes: ArticleId | null): SavedOutcome {
  if (supersedes !== null) return 'SUPERSEDED';
  return known === undefined ? 'ADDED' : 'REANCHORED';
}
