import type { Article, ArticleSource } from '../../domain/event/article.ts';
import type { AuditNote } from '../../domain/event/audit.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { EventStore, StoredArticle, TimelineUnit } from '../../store/port/event-store.ts';
import type { Editor } from '../timeline-writing.ts';
import { anchorArticle, isSameReading } from './anchor-article.ts';
import { type IngestReport, reportSaved, reportUnchanged, type SavedOutcome } from './ingest-report.ts';
import { joinArticle } from './join-article.ts';
import type { ArticleReader, ArticleReading } from './read-article.ts';

/** The parts that ingesting works with. */
export interface IngestParts {
  readonly store: EventStore;
  readonly readArticle: ArticleReader;
  readonly defaultAnchor: CalendarDate;
  /** The present instant, for the audit trail: UTC, ISO 8601. */
  readonly now: () => string;
}

/** The caller's choices for one article. */
export interface IngestOptions {
  readonly anchor?: CalendarDate;
  /** Whether a retracted article is taken up again. */
  readonly restore?: boolean;
  /** The person for the audit trail. */
  readonly editor?: Editor;
}

/** An article before it is saved. */
export interface PreparedArticle {
  readonly article: Article;
  readonly dateline: Span | null;
  /** Whether it is taken up again if it was retracted. */
  readonly restore: boolean;
  /** Undefined where the store has the article with the same reading. */
  readonly reading: ArticleReading | undefined;
}

/** Reads one article, joins its mentions to the known events and saves all of it as one change. */
export async function ingestArticle(
  parts: IngestParts,
  source: ArticleSource,
  { editor, ...options }: IngestOptions = {},
): Promise<IngestReport> {
  return savePrepared(parts, await prepareArticle(parts, source, options), editor);
}

/** Reads an article unless that has been done. The store is not changed, so that many articles are read at once. */
export async function prepareArticle(
  { store, readArticle, defaultAnchor }: IngestParts,
  source: ArticleSource,
  { anchor: override, restore = false }: Pick<IngestOptions, 'anchor' | 'restore'>,
): Promise<PreparedArticle> {
  const { article, dateline } = anchorArticle(source, defaultAnchor, override);
  const { isSettled } = await findStanding(store, article, restore);
  return {
    article,
    dateline,
    restore,
    reading: isSettled ? undefined : await readArticle(article, dateline),
  };
}

/**
 * Joins and saves a prepared article. The same article again changes nothing. Of several texts under a URL the latest saved
 * counts, even if the URL had that text before.
 */
export async function savePrepared(
  { store, readArticle, now }: IngestParts,
  { article, dateline, restore, reading: before }: PreparedArticle,
  editor?: Editor,
): Promise<IngestReport> {
  if (before === undefined) {
    const { known, isSettled } = await findStanding(store, article, restore);
    if (known !== undefined && isSettled) return reportUnchanged(store, known);
  }
  const reading = before ?? (await readArticle(article, dateline));
  const by = editor && { ...editor, at: now() };
  return store.withTimeline((unit) => saveReading(unit, { article, restore, reading }, by));
}

/** A prepared article that has been read. */
export type ReadArticle = Pick<PreparedArticle, 'article' | 'restore'> & { readonly reading: ArticleReading };

/** Saves articles in one unit of work, each as a change of its own. All are saved, or none. */
export const saveTogether = (
  { store }: IngestParts,
  articles: readonly ReadArticle[],
): Promise<readonly IngestReport[]> =>
  store.withTimeline(async (unit) => {
    const reports: IngestReport[] = [];
    for (const article of articles) reports.push(await saveReading(unit, article));
    return reports;
  });

async function saveReading(
  unit: TimelineUnit,
  { article, restore, reading }: ReadArticle,
  by?: Editor & { at: string },
): Promise<IngestReport> {
  const { known, supersedes, isSettled } = await findStanding(unit, article, restore);
  if (known !== undefined && isSettled) return reportUnchanged(unit, known);
  const outcome = outcomeOf(known, supersedes);
  const note = by && noteOf(outcome, article.id, by);
  return reportSaved(outcome, reading, await joinArticle(unit, reading, { supersedes, note }));
}

interface Standing {
  readonly known: StoredArticle | undefined;
  /** The article of the same URL that this one replaces. */
  readonly supersedes: ArticleId | null;
  /** Nothing is left to do for the same reading again, and for a retracted text that is not to be taken up again. */
  readonly isSettled: boolean;
}

async function findStanding(
  store: Pick<TimelineUnit, 'getArticle' | 'findArticleByUrl'>,
  article: Article,
  restore: boolean,
): Promise<Standing> {
  const { id, url } = article;
  const known = await store.getArticle(id);
  const sameUrl = url === null ? undefined : await store.findArticleByUrl(url);
  const supersedes = sameUrl === undefined || sameUrl.id === id ? null : sameUrl.id;
  if (known === undefined) return { known, supersedes, isSettled: false };
  return {
    known,
    supersedes,
    isSettled: known.current
      ? isSameReading(known, article)
      : !restore && (known.retracted || supersedes === null),
  };
}

const noteOf = (outcome: SavedOutcome, subject: ArticleId, editor: Editor & { at: string }): AuditNote => ({
  action: outcome === 'REANCHORED' ? 'REANCHOR' : 'INGEST',
  subject,
  ...editor,
  before: [],
});

function outcomeOf(known: StoredArticle | undefined, supersedes: ArticleId | null): SavedOutcome {
  if (supersedes !== null) return 'SUPERSEDED';
  return known?.current ? 'REANCHORED' : 'ADDED';
}
