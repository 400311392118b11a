import type { Article } from '../../domain/event/article.ts';
import type { AuditEntry, AuditNote, PurgeReason } from '../../domain/event/audit.ts';
import type { EventChange } from '../../domain/event/change.ts';
import type { Decision, EventOverride, StandingDecision } from '../../domain/event/decision.ts';
import type { DerivedEvent, SnapshotChange, TimelineEvent } from '../../domain/event/event.ts';
import type { AbsorbedId, ActorId, ArticleId, EventId, MentionId, PlaceId } from '../../domain/event/ids.ts';
import type { Mention, NameRecord } from '../../domain/event/mention.ts';
import type {
  Caller,
  EventFilter,
  EventOrder,
  FacetCount,
  FacetName,
  Page,
  PageRequest,
} from '../../domain/query/timeline-query.ts';
import type { CalendarDate, DayNumber } from '../../domain/time/calendar-date.ts';
import type { DayBounds } from '../../domain/time/event-date.ts';
import type { EventDocuments } from './event-documents.ts';
import type { StoreServers } from './store-servers.ts';

/** A named actor of the store, with the names that find it and how many events it takes part in. */
export interface ActorRecord {
  readonly id: ActorId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly eventCount: number;
}

/** The effect of a change on events. */
export interface EventChanges {
  /** New and changed events, each with all its mentions, those of other articles too. */
  readonly events: readonly DerivedEvent[];
  /** New snapshots of events that articles of several days tell of. Any other event keeps the snapshots that it has. */
  readonly snapshots: readonly SnapshotChange[];
  /** Events that were merged into others. Their ids lead there. */
  readonly merged: readonly { readonly from: EventId; readonly into: EventId }[];
  /** Events without a dated mention left. Each leaves a tombstone. */
  readonly withdrawn: readonly EventId[];
  /** The keys that find the events for joining: those of the mentions that an event is compared by, of any article. */
  readonly joinKeys: readonly MentionKeys[];
}

/** Everything one article changes. */
export interface ArticleChange extends EventChanges {
  readonly article: Article;
  /** The article of the same URL whose text this one replaces; it keeps its row, loses its mentions and its text. */
  readonly supersedes: ArticleId | null;
  readonly actors: readonly NameRecord<ActorId>[];
  readonly places: readonly NameRecord<PlaceId>[];
  /** Absent where the author of the change is not known. */
  readonly note?: AuditNote;
}

/** The end of an article: its row stays without its text, its mentions go. */
export interface RetractionChange extends EventChanges {
  readonly article: ArticleId;
  readonly note: AuditNote;
}

/** The removal of an article for good: its text, titles and quotes leave every version. */
export interface PurgeChange extends EventChanges {
  readonly article: ArticleId;
  readonly reason: PurgeReason;
  readonly note: AuditNote;
  /** The edits that lost their titles and actors. */
  readonly edits: readonly PurgedEdit[];
  /** Derives the event of an earlier version from the mentions that are left; null where none of them is dated. */
  readonly derive: (
    id: EventId,
    mentions: readonly Mention[],
    override: EventOverride,
  ) => DerivedEvent | null;
}

/** An edit of an event that had mentions of a purged article. The event is the one that the edited id leads to. */
export interface PurgedEdit {
  readonly key: number;
  readonly event: EventId;
}

/** Decisions of an editor, with their effect on events. An event under a `HIDE` is saved, but no reader finds it. The same holds for boilerplate. */
export interface CurationChange extends EventChanges {
  readonly decisions: readonly Decision[];
  /** Keys of standing decisions that are taken back. */
  readonly lifted: readonly number[];
  /** The names of actors that an edit brings in and the store does not know yet. */
  readonly actors?: readonly NameRecord<ActorId>[];
  readonly note: AuditNote;
}

/** The state of an id. `into` is the event that a merged one became; `revision` is that of the withdrawal or hiding. */
export type EventLookup =
  | { readonly kind: 'found'; readonly event: TimelineEvent }
  | { readonly kind: 'merged'; readonly into: EventId }
  | { readonly kind: 'withdrawn'; readonly revision: number }
  | { readonly kind: 'hidden'; readonly revision: number }
  | { readonly kind: 'unknown' };

/** A stored article without its text, which may be long. */
export interface ArticleRecord extends Omit<Article, 'text'> {
  /** False for an article that a newer text of the same URL has superseded, or that was retracted. */
  readonly current: boolean;
  /** Whether its text was taken back. */
  readonly retracted: boolean;
  readonly eventCount: number;
}

export interface StoredArticle extends ArticleRecord {
  readonly text: string;
}

/** The keys that find a mention when others could be joined to it. */
export interface JoinKeys {
  /** The days of the mention. */
  readonly bounds: DayBounds;
  /** The ids of its participants: one in common is enough. */
  readonly participants: readonly string[];
  /** Its acts, and the names around it: one of each in common is enough. */
  readonly acts: readonly string[];
  readonly names: readonly string[];
  /** The words of its account. Two mentions must share as many as the smaller `enoughWords` of the two. */
  readonly words: readonly string[];
  readonly enoughWords: number;
}

/** The keys of a mention of an article. */
interface MentionKeys extends JoinKeys {
  readonly mention: MentionId;
  readonly article: ArticleId;
}

/** The accounts, articles, mentions and events that a joining starts from. */
export interface JoinSubject {
  /** Candidates are events with a mention that shares days and enough keys with an account; */
  readonly accounts: readonly JoinKeys[];
  /** events with mentions of these articles; */
  readonly articles: readonly ArticleId[];
  /** events that a standing decision ties to these mentions; */
  readonly mentions: readonly MentionId[];
  /** and these events themselves, where they exist. Merged ids are followed. */
  readonly events: readonly EventId[];
}

/** The events that a change could touch, hidden ones too, with the revision at which they were read. */
export interface JoinCandidates {
  readonly revision: number;
  readonly events: readonly TimelineEvent[];
  /** The standing decisions about the candidates and the subject, oldest first. The event of an override is the one that its id leads to. */
  readonly decisions: readonly StandingDecision[];
}

/** The number of events with these first and last possible days. */
export interface BoundsCount extends DayBounds {
  /** 1 for dates with role PUBLISHED, which surely lie in no period; else 0. */
  readonly reported: number;
  readonly count: number;
}

/** The counts of one day, from the accounts with role ON and precision DAY. */
export interface DayCount {
  readonly day: DayNumber;
  /** Articles with an account of the day; copies of one text count once. */
  readonly articleCount: number;
  /** The articles among these that were published two or more days later. */
  readonly laterCount: number;
  /** The event of the day with most sources, then with most confidence. */
  readonly leading: EventId;
}

export interface StoreSummary {
  readonly revision: number;
  readonly articleCount: number;
  readonly eventCount: number;
  /** Bounds over all events that have them; null in an empty store. */
  readonly earliest: TimelineEvent['date']['earliest'];
  readonly latest: TimelineEvent['date']['latest'];
}

export interface StoreProblem {
  readonly check: string;
  readonly detail: string;
}

/** A unit of work. Its reads see the state that it changes; its changes are saved together, or not at all if the work fails. */
export interface TimelineUnit
  extends Pick<
    EventStore,
    | 'readRevision'
    | 'getArticle'
    | 'findArticleByUrl'
    | 'lookUpEvent'
    | 'getEvents'
    | 'getActor'
    | 'findActors'
    | 'readJoinCandidates'
  > {
  /**
   * Some of the events that lost their keys for joining when an upgrade changed the form of keys. Until they have keys again, no
   * candidates must be read.
   */
  readUnkeyed(): Promise<readonly TimelineEvent[]>;
  /** Gives such events their keys. */
  saveJoinKeys(events: readonly EventId[], joinKeys: EventChanges['joinKeys']): Promise<void>;
  /** Returns the new revision. A change equal to what is stored is still a change: the caller decides whether to save. */
  saveArticle(change: ArticleChange): Promise<number>;
  retractArticle(change: RetractionChange): Promise<number>;
  saveCuration(change: CurationChange): Promise<number>;
  /**
   * Removes titles and actors from edits of events that had the article's mentions by then: editors may have taken them from it.
   * `purgeArticle` has to follow. Its events are derived under the fields that are left of the edits.
   */
  purgeEdits(id: ArticleId): Promise<readonly PurgedEdit[]>;
  /** The revision, and how many versions of events were changed. */
  purgeArticle(change: PurgeChange): Promise<{ readonly revision: number; readonly versionCount: number }>;
  /** Why an article was purged; undefined for any other. */
  getPurgeReason(id: ArticleId): Promise<PurgeReason | undefined>;
}

/**
 * The port behind which SQLite (and later PostgreSQL) lies. Asynchronous, in domain types, in whole units of work.
 * `tests/store/contract.ts` states what every implementation must do. A read whose caller has gone may be given up.
 */
export interface EventStore {
  /** Events as JSON text, for answers that need no objects. */
  readonly documents: EventDocuments;
  /** Absent for a store in a file or in memory. */
  readonly servers?: StoreServers;

  /** One number for the data set, raised by each committed change; 0 in an empty store. */
  readRevision(): Promise<number>;
  readSummary(): Promise<StoreSummary>;

  readJoinCandidates(subject: JoinSubject): Promise<JoinCandidates>;
  /**
   * Reads and changes the timeline in one unit of work. Units of all processes come one after the other, so work should be
   * short: texts are read before it. Throws `STORE_BUSY` if other writers hold the timeline for too long.
   *
   * The work may be done again from its beginning, so it takes everything from the unit. Work that saves articles must find out
   * first whether they are saved: it is done again even after a commit whose answer was lost.
   *
   * @NOTE Within the work, reads go through the unit. A read through the store may wait for the end of the unit.
   */
  withTimeline<T>(work: (unit: TimelineUnit) => Promise<T>): Promise<T>;

  /** Throws `PURGED` for an event that rested on a purged article alone. */
  lookUpEvent(id: EventId): Promise<EventLookup>;
  /** The event as it was at that revision; undefined where it did not exist then. Throws `PURGED` where nothing is left of it. */
  getEventVersion(id: EventId, revision: number): Promise<TimelineEvent | undefined>;
  /** The events in the order of the ids; undefined for an id without an event. Merged ids are followed. */
  getEvents(ids: readonly EventId[]): Promise<readonly (TimelineEvent | undefined)[]>;
  /** The event by the articles published by that day; undefined where no such article dates it, or there is no such event. Throws `PURGED` as `lookUpEvent` does. */
  getEventAsOf(id: EventId, asOf: CalendarDate): Promise<TimelineEvent | undefined>;
  /** The ids that were merged into these events, in the order of both. */
  listAbsorbed(ids: readonly EventId[]): Promise<readonly AbsorbedId[]>;
  /** The event that has the account; undefined where it is hidden. */
  getEventIdOfMention(id: MentionId): Promise<EventId | undefined>;
  listEvents(
    filter: EventFilter,
    order: EventOrder,
    page: PageRequest,
    caller?: Caller,
  ): Promise<Page<TimelineEvent>>;
  /** The first and last days of all events that pass the filter, each pair once with its events counted, in their order. */
  countByBounds(filter: EventFilter, caller?: Caller): Promise<readonly BoundsCount[]>;
  /**
   * All events, as `countByBounds` has them, but each day stands for its month as the first of it; costs the same however
   * many. Gives the same list, for what follows from it to be kept, as long as nothing has changed.
   */
  countByMonths(): Promise<readonly BoundsCount[]>;
  /** The values of a facet among the events that pass the filter, at most so many: those of most events first, then by name. */
  countFacet(
    filter: EventFilter,
    facet: FacetName,
    size: number,
    caller?: Caller,
  ): Promise<readonly FacetCount[]>;
  countEvents(filter: EventFilter, caller?: Caller): Promise<number>;
  /** The days that accounts of the events name, of those that pass the filter, in their order. */
  countByDays(filter: EventFilter, caller?: Caller): Promise<readonly DayCount[]>;

  /** The changes of events after a revision, in the order of revisions, then of ids. */
  listChanges(since: number, page: PageRequest): Promise<Page<EventChange>>;
  /** The newest first; of one event or article alone where it is named. */
  listAudit(subject: EventId | ArticleId | null, page: PageRequest): Promise<Page<AuditEntry>>;

  /** Throws `PURGED` for an article that was removed for good. */
  getArticle(id: ArticleId): Promise<StoredArticle | undefined>;
  getArticleRecord(id: ArticleId): Promise<ArticleRecord | undefined>;
  /** The current article of that URL, for supersession. */
  findArticleByUrl(url: string): Promise<StoredArticle | undefined>;
  /** Whether a password was taken out of the address that the article's id is made of. */
  isAddressStripped(id: ArticleId): Promise<boolean>;
  /** In the order they were first saved. Superseded articles are left out. */
  listArticles(page: PageRequest): Promise<Page<ArticleRecord>>;
  getActor(id: ActorId): Promise<ActorRecord | undefined>;
  /** The actors of that name or alias, as a filter finds them: case, white space and full stops do not count. */
  findActors(name: string): Promise<readonly ActorRecord[]>;
  /** By falling number of events, then by id. */
  listActors(page: PageRequest): Promise<Page<ActorRecord>>;

  /** A named fact about the store itself, such as the marker that seeding is finished. */
  readMarker(name: string): Promise<string | undefined>;
  writeMarker(name: string, value: string): Promise<void>;

  /** Writes the stored data anew, so that nothing is left of what was removed. Throws `STORE_BUSY` while long reads hold it. */
  compact(): Promise<void>;
  /** Everything wrong with the stored data; empty when it is sound. */
  verify(): Promise<readonly StoreProblem[]>;
  close(): Promise<void>;
}
