import type { ArticleSource } from '../domain/event/article.ts';
import type { AuditEntry } from '../domain/event/audit.ts';
import type { EventChange } from '../domain/event/change.ts';
import type { TimelineEvent } from '../domain/event/event.ts';
import type { ActorId, ArticleId, EventId, MentionId } from '../domain/event/ids.ts';
import type { Mention } from '../domain/event/mention.ts';
import type { JsonShape } from '../domain/query/json-shape.ts';
import type { EventFilter, EventOrder, MonthDay, MonthDayInclusion } from '../domain/query/timeline-query.ts';
import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { Resolution, ResolutionMode, Unresolved } from '../domain/time/resolution.ts';
import type {
  ActorRecord,
  EventLookup,
  StoredArticle,
  StoreProblem,
  StoreSummary,
} from '../store/port/event-store.ts';
import type { Clock } from './clock.ts';
import type { IngestReport } from './ingest/ingest-report.ts';
import type { Anniversary } from './read/anniversary.ts';
import type { TimelineReading } from './read/timeline-reading.ts';
import type { Editor, TimelineWriting } from './timeline-writing.ts';

/** Relay's four arguments; cursors are opaque strings bound to the list, its filter and its order. */
export interface PageArguments {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** A page in Relay's shape (GraphQL Cursor Connections Specification). */
export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** The same reads as those of the timeline, each event as JSON text of the fields that a shape names. */
export interface EventTexts {
  /** Undefined for an event that does not exist now; merged ids are followed. */
  getEvent(id: EventId): Promise<string | undefined>;
  listEvents(query: EventQuery): Promise<Connection<string>>;
}

export interface EventQuery extends PageArguments {
  readonly filter?: EventFilter;
  readonly order?: EventOrder;
}

/** A page, as of a day where one is given (see `EventFilter`), of events whose day is known unless others are included. */
export interface OnThisDateArguments extends PageArguments {
  readonly include?: MonthDayInclusion;
  readonly asOf?: CalendarDate;
}

export interface TimelineDescription extends StoreSummary {
  readonly defaultAnchor: CalendarDate;
  readonly ruleSet: string;
}

/**
 * What Dateline can do, once, for GraphQL, REST and the command line alike. Every method throws only `TimelineError`
 * for what a caller did wrong; anything else is a fault.
 */
export interface Timeline extends TimelineReading, TimelineWriting {
  describe(): Promise<TimelineDescription>;
  /** The data set's revision alone: cheap enough to be asked on each request, for entity tags. */
  readRevision(): Promise<number>;

  /** Resolve, extract, join and save one article. The same article again changes nothing. */
  ingestArticle(
    source: ArticleSource,
    options?: { anchor?: CalendarDate; editor?: Editor },
  ): Promise<IngestReport>;

  lookUpEvent(id: EventId): Promise<EventLookup>;
  getEvents(ids: readonly EventId[]): Promise<readonly (TimelineEvent | undefined)[]>;
  getEventVersion(id: EventId, revision: number): Promise<TimelineEvent | undefined>;
  /** The event as the articles published by that day tell it; undefined where none of them dates it. Merged ids are followed. */
  getEventAsOf(id: EventId, asOf: CalendarDate): Promise<TimelineEvent | undefined>;
  /** At most 100 a page, 20 by default. */
  listEvents(query: EventQuery): Promise<Connection<TimelineEvent>>;
  /** Reads of events as JSON text, SERVED as REST tells of them. */
  asJson(shape: JsonShape | 'PUBLIC'): EventTexts;
  countEvents(filter: EventFilter): Promise<number>;
  /** The day that it is now in a time zone of the IANA database, UTC by default; `BAD_FILTER` for other zones. */
  readClock(timeZone?: string): Clock;
  /**
   * What happened on that day of any year, oldest first; planned events are left out. 29 February is a day of its own: its
   * events are on no other one in the years that lack it.
   */
  listOnThisDate(day: MonthDay, page: OnThisDateArguments): Promise<Connection<TimelineEvent>>;
  /** All that happened on that day of any year, in the order of first appearance, with the ids of merged events. */
  listAnniversaries(
    day: MonthDay,
    options: { readonly today: CalendarDate; readonly include?: MonthDayInclusion },
  ): Promise<readonly Anniversary[]>;
  /** The whole selection, read page by page. */
  exportEvents(filter: EventFilter, order: EventOrder): AsyncIterable<TimelineEvent>;
  /** The same as JSON text, as REST tells of them, some at a time. */
  exportTexts(filter: EventFilter, order: EventOrder): AsyncIterable<readonly string[]>;

  /** What became of events after a revision; forward pages alone. */
  listChanges(since: number, page: PageArguments): Promise<Connection<EventChange>>;
  /** Who changed what, the newest first; of one event or article alone where it is named. */
  listAudit(subject: EventId | ArticleId | null, page: PageArguments): Promise<Connection<AuditEntry>>;

  getMention(id: MentionId): Promise<{ mention: Mention; eventId: EventId } | undefined>;
  getArticle(id: ArticleId): Promise<StoredArticle | undefined>;
  listArticles(page: PageArguments): Promise<Connection<StoredArticle>>;
  getActor(id: ActorId): Promise<ActorRecord | undefined>;
  listActors(page: PageArguments): Promise<Connection<ActorRecord>>;

  /** What the time expressions of a text mean; nothing is stored. Without a mode, the text itself shows it. */
  resolveText(
    text: string,
    anchor?: CalendarDate,
    options?: { mode?: ResolutionMode },
  ): Promise<readonly (Resolution | Unresolved)[]>;

  verify(): Promise<readonly StoreProblem[]>;
}
