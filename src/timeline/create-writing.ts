import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { EventStore } from '../store/port/event-store.ts';
import type { IngestParts } from './ingest/ingest-article.ts';
import type { ArticleReader, DocumentReader, IngestTools } from './ingest/read-article.ts';
import type { ArticleSaver } from './ingest/save-in-turn.ts';
import type { TimelineUpkeep, TimelineWriting } from './timeline-writing.ts';

export interface WritingParts {
  readonly store: EventStore;
  readonly loadTools: () => Promise<IngestTools>;
  /** Reads documents and articles in other threads, so many at once. Without it they are read in this thread. */
  readonly readers?: {
    readonly readDocument: DocumentReader;
    readonly readArticle: ArticleReader;
    readonly count: number;
  };
  readonly defaultAnchor: CalendarDate;
  /** The present instant, for the audit trail: UTC, ISO 8601. */
  readonly now?: () => string;
}

/** Articles for each reader. Enough are read to save while one article is slow to read, or to save. */
const AHEAD = 8;

/** The use cases that change a timeline. Their code and the tools of reading are loaded at the first use. */
export function createWriting(given: WritingParts): TimelineWriting & TimelineUpkeep {
  let tools: Promise<IngestTools> | undefined;
  const loadTools = (): Promise<IngestTools> => {
    tools ??= given.loadTools();
    return tools;
  };
  const { store, defaultAnchor, readers, now = () => new Date().toISOString() } = given;
  const readArticle: ArticleReader =
    readers?.readArticle ??
    (async (article, dateline) =>
      (await import('./ingest/read-article.ts')).readArticle(article, dateline, await loadTools()));
  const readDocument: DocumentReader =
    readers?.readDocument ??
    (async (...args) => (await import('../ingestion/reading/read-article.ts')).readDocument(...args));
  const ahead = AHEAD * (readers?.count ?? 1);
  let saver: Promise<ArticleSaver> | undefined;
  const save: ArticleSaver = async (article) => {
    saver ??= import('./ingest/save-in-turn.ts').then(({ saveInTurn }) => saveInTurn(store));
    return (await saver)(article);
  };
  const parts: IngestParts & Pick<WritingParts, 'loadTools'> = {
    store,
    readArticle,
    save,
    loadTools,
    defaultAnchor,
    now,
  };
  return {
    ingestArticle: async (source, options) =>
      (await import('./ingest/ingest-article.ts')).ingestArticle(parts, source, options),
    ingestDocument: async (document, options) =>
      (await import('./ingest/ingest-document.ts')).ingestDocument(
        { ...parts, readDocument },
        document,
        options,
      ),
    reanchorArticle: async (id, anchor, editor) =>
      (await import('./ingest/reanchor-article.ts')).reanchorArticle(parts, id, anchor, editor),
    purgeArticle: async (id, reason, by) =>
      (await import('./ingest/purge-article.ts')).purgeArticle(parts, id, { reason, by }),
    retractArticle: async (id, editor) =>
      (await import('./ingest/retract-article.ts')).retractArticle(parts, id, editor),
    editEvent: async (id, edit, editor) =>
      (await import('./curation/edit-event.ts')).editEvent(parts, id, edit, editor),
    mergeEvents: async (ids, editor) =>
      (await import('./curation/decide-events.ts')).mergeEvents(parts, ids, editor),
    splitEvent: async (id, mentions, editor) =>
      (await import('./curation/decide-events.ts')).splitEvent(parts, id, mentions, editor),
    hideEvent: async (id, editor) =>
      (await import('./curation/decide-events.ts')).hideEvent(parts, id, editor),
    restoreEvent: async (id, editor) =>
      (await import('./curation/decide-events.ts')).restoreEvent(parts, id, editor),
    async *ingestArticles(inputs, options) {
      const { ingestArticles } = await import('./ingest/ingest-articles.ts');
      yield* ingestArticles({ ...parts, readDocument }, inputs, { ...options, ahead });
    },
    rederive: async (options) =>
      (await import('./ingest/rederive.ts')).rederive(parts, { ...options, ahead }),
  };
}
