import type { Article, ArticleSource } from '../../domain/event/article.ts';
import type { Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import type { Editor } from '../timeline-writing.ts';
import { anchorArticle } from './anchor-article.ts';
import { type IngestReport, reportUnchanged } from './ingest-report.ts';
import type { ArticleReader, ArticleReading } from './read-article.ts';
import type { ArticleSaver } from './save-in-turn.ts';
import { findStanding } from './save-reading.ts';

/** The parts that ingesting works with. */
export interface IngestParts {
  readonly store: EventStore;
  readonly readArticle: ArticleReader;
  readonly save: ArticleSaver;
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

/** Saves a prepared article. One without a reading is read now if the store has changed since. */
export async function savePrepared(
  { store, readArticle, save, now }: IngestParts,
  { article, dateline, restore, reading: before }: PreparedArticle,
  editor?: Editor,
): Promise<IngestReport> {
  if (before === undefined) {
    const { known, isSettled } = await findStanding(store, article, restore);
    if (known !== undefined && isSettled) return reportUnchanged(store, known);
  }
  const reading = before ?? (await readArticle(article, dateline));
  return save({ article, restore, reading, by: editor && { ...editor, at: now() } });
}
