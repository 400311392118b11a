import type { AuditEntry } from '../domain/event/audit.ts';
import type { EventChange } from '../domain/event/change.ts';
import type { TimelineEvent } from '../domain/event/event.ts';
import type { ActorId, ArticleId, EventId, MentionId } from '../domain/event/ids.ts';
import type { JsonShape } from '../domain/query/json-shape.ts';
import type {
  Caller,
  EventFilter,
  EventOrder,
  MonthDay,
  MonthDayInclusion,
} from '../domain/query/timeline-query.ts';
import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { Resolution, ResolutionMode, Unresolved } from '../domain/time/resolution.ts';
import type {
  ActorRecord,
  ArticleRecord,
  EventLookup,
  StoredArticle,
  StoreProblem,
  StoreSummary,
} from '../store/port/event-store.ts';
import type { StoreServers } from '../store/port/store-servers.ts';
import type { Clock } from './clock.ts';
import type { Anniversary } from './read/anniversary.ts';
import type { Asked, TimelineReading } from './read/timeline-reading.ts';
import type { TimelineWriting } from './timeline-writing.ts';

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

/** Reads of the timeline that give each event as JSON text with the fields of a shape. */
export interface EventTexts {
  /** Undefined for an event that does not exist now. The id of a merged event leads to its event. */
  getEvent(id: EventId): Promise<string | undefined>;
  listEvents(query: EventQuery): Promise<Connection<string>>;
}

/** A page of events with filter and order. */
export interface EventQuery extends PageArguments, Asked {
  readonly filter?: EventFilter;
  readonly order?: EventOrder;
}

/** A page of events on a day of any year; `asOf` as in `EventFilter`. By default only events whose day is known. */
export interface OnThisDateArguments extends PageArguments, Asked {
  readonly include?: MonthDayInclusion;
  readonly asOf?: CalendarDate;
}

/** The size and span of a timeline, with its anchor and rules. */
export interface TimelineDescription extends StoreSummary {
  readonly defaultAnchor: CalendarDate;
  readonly ruleSet: string;
}

/**
 * All use cases of Dateline, once for GraphQL, REST and the command line. A method throws `TimelineError` for a caller's mistake;
 * any other error is a fault of the program.
 */
export interface Timeline extends TimelineReading, TimelineWriting {
  /** Absent for a timeline in a file or in memory. */
  readonly servers?: StoreServers;
  describe(): Promise<TimelineDescription>;
  /** The revision of the data set alone. It is cheap enough for the entity tag of each request. */
  readRevision(): Promise<number>;

  lookUpEvent(id: EventId): Promise<EventLookup>;
  getEvents(ids: readonly EventId[]): Promise<readonly (TimelineEvent | undefined)[]>;
  getEventVersion(id: EventId, revision: number): Promise<TimelineEvent | undefined>;
  /**
   * The event by the articles published up to that day; undefined where none of them dates it. The id of a merged event
   * leads to its event.
   */
  getEventAsOf(id: EventId, asOf: CalendarDate): Promise<TimelineEvent | undefined>;
  /** At most 100 events a page, 20 by default. */
  listEvents(query: EventQuery): Promise<Connection<TimelineEvent>>;
  /** Reads of events as JSON text; PUBLIC is the whole shape of REST. */
  asJson(shape: JsonShape | 'PUBLIC'): EventTexts;
  countEvents(filter: EventFilter, caller?: Caller): Promise<number>;
  /** Today in a time zone of the IANA database, UTC by default; `BAD_FILTER` for other zones. */
  readClock(timeZone?: string): Clock;
  /**
   * The events on that day of any year, oldest first, without planned events. Events of 29 February are on no other day in
   * years without that day.
   */
  listOnThisDate(day: MonthDay, page: OnThisDateArguments): Promise<Connection<TimelineEvent>>;
  /** All events on that day of any year by first appearance, with the ids of merged events. */
  listAnniversaries(
    day: MonthDay,
    options: Asked & { readonly today: CalendarDate; readonly include?: MonthDayInclusion },
  ): Promise<readonly Anniversary[]>;
  /** All events that pass the filter, read page by page. */
  exportEvents(filter: EventFilter, order: EventOrder, caller?: Caller): AsyncIterable<TimelineEvent>;
  /** The same events as JSON texts in the shape of REST, some at a time. */
  exportTexts(filter: EventFilter, order: EventOrder, caller?: Caller): AsyncIterable<readonly string[]>;

  /** The changes of events after a revision; forward pages alone. */
  listChanges(since: number, page: PageArguments): Promise<Connection<EventChange>>;
  /** The audit trail, newest first; `subject` limits it to one event or article. */
  listAudit(subject: EventId | ArticleId | null, page: PageArguments): Promise<Connection<AuditEntry>>;

  /** The event that has the account; undefined where it is hidden. */
  getEventIdOfMention(id: MentionId): Promise<EventId | undefined>;
  getArticle(id: ArticleId): Promise<StoredArticle | undefined>;
  getArticleRecord(id: ArticleId): Promise<ArticleRecord | undefined>;
  listArticles(page: PageArguments): Promise<Connection<ArticleRecord>>;
  getActor(id: ActorId): Promise<ActorRecord | undefined>;
  listActors(page: PageArguments): Promise<Connection<ActorRecord>>;

  /** Resolves the time expressions of a text and stores nothing. Without a mode, the text itself shows the mode. */
  resolveText(
    text: string,
    anchor?: CalendarDate,
    options?: { mode?: ResolutionMode },
  ): Promise<readonly (Resolution | Unresolved)[]>;

  verify(): Promise<readonly StoreProblem[]>;
}
