import type { TimelineEvent } from '../domain/event/event.ts';
import type { EventType } from '../domain/event/event-type.ts';
import type { ArticleId, EventId, MentionId } from '../domain/event/ids.ts';
import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { EventDate } from '../domain/time/event-date.ts';
import type { ArticleFormat } from '../ingestion/reading/article-format.ts';
import type { IngestReport } from './ingest/ingest-report.ts';

/** Who changes something, and why, for the audit trail. */
export interface Editor {
  /** The name of a write token, or of whoever runs the command line. */
  readonly by: string;
  readonly why: string | null;
}

/** What an editor sets of an event; what is left out stays as it is. */
export interface EventEdit {
  readonly title?: string;
  readonly type?: EventType;
  /** Ids of known actors, or names; at most 50. */
  readonly actors?: readonly string[];
  readonly date?: EventDate;
}

export const RETRACTION_OUTCOMES = ['RETRACTED', 'UNCHANGED'] as const;

export interface RetractionReport {
  /** UNCHANGED: it was not current any more. */
  readonly outcome: (typeof RETRACTION_OUTCOMES)[number];
  readonly articleId: ArticleId;
  /** Events that only this article had dated. */
  readonly withdrawnCount: number;
  readonly revision: number;
}

/** What an editor's decision came to. */
export interface CurationReport {
  readonly revision: number;
  /** The events that were decided about, and those that changed with them, as they are now; without hidden ones. */
  readonly events: readonly TimelineEvent[];
}

/** How far reading all articles again has come. */
export interface RederiveReport {
  /** Articles read again, in this run. */
  readonly articleCount: number;
  /** Articles that tell of something else now, or were read by other rules or from another day. */
  readonly changedCount: number;
  /** Events that were added, changed, merged or withdrawn. */
  readonly eventCount: number;
  /** Whether an earlier run that was cut short was taken up. */
  readonly resumed: boolean;
  readonly revision: number;
}

/** What changes a timeline. Every change names its editor in the audit trail; decisions outlive reading articles again. */
export interface TimelineWriting {
  /** One article as the bytes of a file of that format; refused as `BAD_ARTICLE` and the like. The same again changes nothing. */
  ingestDocument(
    document: { readonly bytes: Uint8Array; readonly format: ArticleFormat; readonly maxBytes: number },
    options: { readonly anchor?: CalendarDate; readonly editor: Editor },
  ): Promise<IngestReport>;
  /** Reads a stored article against another day; null for the day that it gives itself. */
  reanchorArticle(id: ArticleId, anchor: CalendarDate | null, editor: Editor): Promise<IngestReport>;
  /** Takes an article's text and mentions away; its id stays known. */
  retractArticle(id: ArticleId, editor: Editor): Promise<RetractionReport>;

  editEvent(id: EventId, edit: EventEdit, editor: Editor): Promise<CurationReport>;
  /** Two events or more that are one. The oldest id stays, the others lead to it. */
  mergeEvents(ids: readonly EventId[], editor: Editor): Promise<CurationReport>;
  /** Makes some of an event's mentions an event of their own, with an id of its own. */
  splitEvent(id: EventId, mentions: readonly MentionId[], editor: Editor): Promise<CurationReport>;
  /** Leaves the event out of every list, count and export. */
  hideEvent(id: EventId, editor: Editor): Promise<CurationReport>;
  /** Lifts every decision about the event and its mentions: what was derived comes back. */
  restoreEvent(id: EventId, editor: Editor): Promise<CurationReport>;

  /** Reads every article again from its stored text, a batch at a time; a run that was cut short is taken up. */
  rederive(options?: { readonly onProgress?: (report: RederiveReport) => void }): Promise<RederiveReport>;
}
