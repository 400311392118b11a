import type { ArticleSource } from '../domain/event/article.ts';
import type { PurgeReason } from '../domain/event/audit.ts';
import type { TimelineEvent } from '../domain/event/event.ts';
import type { EventType } from '../domain/event/event-type.ts';
import type { ArticleId, EventId, MentionId } from '../domain/event/ids.ts';
import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { EventDate } from '../domain/time/event-date.ts';
import type { ArticleFormat } from '../ingestion/reading/article-format.ts';
import type { BulkInput, BulkOutcome, IngestReport } from './ingest/ingest-report.ts';

/** The person behind a change and the reason, for the audit trail. */
export interface Editor {
  /** The name of a write token, or of the person at the command line. */
  readonly by: string;
  readonly why: string | null;
  /** The revision that the editor of events has seen: `STALE_REVISION` if an event of the decision has changed since. */
  readonly seen?: number;
}

/** The fields of an event that an editor sets. All other fields stay as they are. */
export interface EventEdit {
  readonly title?: string;
  readonly type?: EventType;
  /** Ids of known actors, or names; at most 50. */
  readonly actors?: readonly string[];
  readonly date?: EventDate;
}

export const PURGE_OUTCOMES = ['PURGED', 'UNCHANGED'] as const;

/** The result of purging an article. */
export interface PurgeReport {
  /** UNCHANGED: the article was purged before. */
  readonly outcome: (typeof PURGE_OUTCOMES)[number];
  readonly articleId: ArticleId;
  /** Versions of events that were derived anew, or of which nothing is left. */
  readonly versionCount: number;
  readonly revision: number;
}

export const RETRACTION_OUTCOMES = ['RETRACTED', 'UNCHANGED'] as const;

/** The result of retracting an article. */
export interface RetractionReport {
  /** UNCHANGED: the article was not current any more. */
  readonly outcome: (typeof RETRACTION_OUTCOMES)[number];
  readonly articleId: ArticleId;
  /** Events that only this article dated. */
  readonly withdrawnCount: number;
  readonly revision: number;
}

/** The result of an editor's decision. */
export interface CurationReport {
  readonly revision: number;
  /** The events of the decision and all events that changed with them, as they are now; without hidden events. */
  readonly events: readonly TimelineEvent[];
}

/** The progress of reading all articles again. */
export interface RederiveReport {
  /** Articles read again, in this run. */
  readonly articleCount: number;
  /** Articles with other mentions, rules or anchors than before. */
  readonly changedCount: number;
  /** Events that were added, changed, merged or withdrawn. */
  readonly eventCount: number;
  /** Whether this run continues one that was cut short. */
  readonly resumed: boolean;
  readonly revision: number;
}

/** The bytes of one article. */
export interface ArticleDocument {
  readonly bytes: Uint8Array;
  readonly format: ArticleFormat;
  readonly maxBytes: number;
  /** The charset that was declared with the bytes. */
  readonly charset?: string;
  /** The name of its file. */
  readonly name?: string | null;
}

/**
 * The use cases that change a timeline. Every change names its editor in the audit trail. All arguments and results are data, so
 * that the changes can be made in another thread.
 */
export interface TimelineWriting {
  /** Reads, joins and saves one article. The same article again changes nothing. */
  ingestArticle(
    source: ArticleSource,
    options?: { readonly anchor?: CalendarDate; readonly restore?: boolean; readonly editor?: Editor },
  ): Promise<IngestReport>;
  /**
   * Ingests one article as the bytes of a file. The same article again changes nothing. A retracted one is taken up again with
   * `restore` alone, a purged one never (`PURGED`).
   */
  ingestDocument(
    document: ArticleDocument,
    options: { readonly anchor?: CalendarDate; readonly restore?: boolean; readonly editor?: Editor },
  ): Promise<IngestReport>;
  /** Reads a stored article against another anchor; null for the article's own day. */
  reanchorArticle(id: ArticleId, anchor: CalendarDate | null, editor: Editor): Promise<IngestReport>;
  /** Removes an article's text and mentions; its id stays known. */
  retractArticle(id: ArticleId, editor: Editor): Promise<RetractionReport>;
  /** Removes an article's text, titles and quotes for good, from every version too. It is never taken up again. */
  purgeArticle(id: ArticleId, reason: PurgeReason, by: string): Promise<PurgeReport>;

  editEvent(id: EventId, edit: EventEdit, editor: Editor): Promise<CurationReport>;
  /** Makes one event of two or more. The oldest id stays, the others lead to it. */
  mergeEvents(ids: readonly EventId[], editor: Editor): Promise<CurationReport>;
  /** Makes some mentions of an event an event with an id of its own. */
  splitEvent(id: EventId, mentions: readonly MentionId[], editor: Editor): Promise<CurationReport>;
  /** Hides the event from every list, count and export. */
  hideEvent(id: EventId, editor: Editor): Promise<CurationReport>;
  /** Lifts every decision about the event and its mentions. */
  restoreEvent(id: EventId, editor: Editor): Promise<CurationReport>;
}

/** Use cases of the command line alone. Their progress and their inputs do not fit into one call of a thread. */
export interface TimelineUpkeep {
  /** Ingests articles in their order, each as one change. An article that cannot be read or saved is refused, and the rest goes on. */
  ingestArticles(
    inputs: AsyncIterable<BulkInput>,
    options: { readonly anchor?: CalendarDate; readonly restore?: boolean },
  ): AsyncIterable<BulkOutcome>;
  /** Reads every article again from its stored text, a batch at a time; continues a run that was cut short. */
  rederive(options?: { readonly onProgress?: (report: RederiveReport) => void }): Promise<RederiveReport>;
}
