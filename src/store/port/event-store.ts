import type { Article } from '../../domain/event/article.ts';
import type { AuditEntry, AuditNote } from '../../domain/event/audit.ts';
import type { EventChange } from '../../domain/event/change.ts';
import type { Decision, StandingDecision } from '../../domain/event/decision.ts';
import type { DerivedEvent, SnapshotChange, TimelineEvent } from '../../domain/event/event.ts';
import type { AbsorbedId, ActorId, ArticleId, EventId, MentionId, PlaceId } from '../../domain/event/ids.ts';
import type { Mention, NameRecord } from '../../domain/event/mention.ts';
import type {
  EventFilter,
  EventOrder,
  FacetCount,
  FacetName,
  Page,
  PageRequest,
} from '../../domain/query/timeline-query.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { DayBounds } from '../../domain/time/event-date.ts';
import type { EventDocuments } from './event-documents.ts';

/** A named actor of the store, with the names that find it and how many events it takes part in. */
export interface ActorRecord {
  readonly id: ActorId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly eventCount: number;
}

/** What a change does to events. */
export interface EventChanges {
  /** New and changed events, whole: with all their mentions, those of other articles too. */
  readonly events: readonly DerivedEvent[];
  /** What was known of these events before their last articles were published; an event without a change here keeps what it has. */
  readonly snapshots: readonly SnapshotChange[];
  /** Events that now live on under another id, which readers are led to. */
  readonly merged: readonly { readonly from: EventId; readonly into: EventId }[];
  /** Events that no dated mention holds up any more; they leave a tombstone. */
  readonly withdrawn: readonly EventId[];
}

/**
 * A change is saved in one transaction or not at all. Each names the revision that it was computed from; another one in
 * the store makes saving it throw `STALE_REVISION`.
 */
interface Change extends EventChanges {
  readonly expectedRevision: number;
}

/** Everything one article changes. */
export interface ArticleChange extends Change {
  readonly article: Article;
  /** The article of the same URL whose text this one replaces; it keeps its row, loses its mentions and its text. */
  readonly supersedes: ArticleId | null;
  /** By what the article's dated mentions are found. */
  readonly joinKeys: readonly (JoinKeys & { readonly mention: MentionId })[];
  readonly actors: readonly NameRecord<ActorId>[];
  readonly places: readonly NameRecord<PlaceId>[];
  /** Who did it, where that is known. */
  readonly note?: AuditNote;
}

/** The end of an article: its row stays without its text, its mentions go. */
export interface RetractionChange extends Change {
  readonly article: ArticleId;
  readonly note: AuditNote;
}

/** What an editor decides, with what follows from it for the events. An event under a `HIDE` is saved out of sight. */
export interface CurationChange extends Change {
  readonly decisions: readonly Decision[];
  /** Keys of standing decisions that hold no longer. */
  readonly lifted: readonly number[];
  readonly note: AuditNote;
}

/** What an id leads to. A merged event leads to the one that stayed, a withdrawn or hidden one to the revision that made it so. */
export type EventLookup =
  | { readonly kind: 'found'; readonly event: TimelineEvent }
  | { readonly kind: 'merged'; readonly into: EventId }
  | { readonly kind: 'withdrawn'; readonly revision: number }
  | { readonly kind: 'hidden'; readonly revision: number }
  | { readonly kind: 'unknown' };

export interface StoredArticle extends Article {
  /** False for an article that a newer text of the same URL has superseded, or that was retracted. */
  readonly current: boolean;
  readonly eventCount: number;
}

/** By what a mention is found when others could be joined to it. */
export interface JoinKeys {
  /** The days that it speaks of. */
  readonly bounds: DayBounds;
  /** Those who take part: one in common is enough. */
  readonly actors: readonly string[];
  /** What it tells: of two mentions, the one that asks for less must find as many of these in the other. */
  readonly words: readonly string[];
  readonly enoughWords: number;
}

/** What a joining is about. */
export interface JoinSubject {
  /** Events with a mention that speaks of one of the same days and shares actors or enough words with one of these are candidates. */
  readonly accounts: readonly JoinKeys[];
  /** So are those that hold mentions of these articles, */
  readonly articles: readonly ArticleId[];
  /** those that an editor's decision ties to these mentions, */
  readonly mentions: readonly MentionId[];
  /** and these themselves, where they exist. Merged ids are followed. */
  readonly events: readonly EventId[];
}

/** What a change must be joined against: the events it could touch, hidden ones too, and the revision they were read at. */
export interface JoinCandidates {
  readonly revision: number;
  readonly events: readonly TimelineEvent[];
  /** Those about the candidates and the subject, oldest first. The event of an override is the one its id leads to. */
  readonly decisions: readonly StandingDecision[];
}

/** How many events have these as their first and last possible day. */
export interface BoundsCount extends DayBounds {
  readonly count: number;
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

/**
 * The port behind which SQLite (and later PostgreSQL) lies. Asynchronous, in domain types, in whole units of work.
 * `tests/store/contract.ts` states what every implementation must do.
 */
export interface EventStore {
  /** Events as JSON text, for answers that need no objects. */
  readonly documents: EventDocuments;

  /** One number for the data set, raised by each committed change; 0 in an empty store. */
  readRevision(): Promise<number>;
  readSummary(): Promise<StoreSummary>;

  readJoinCandidates(subject: JoinSubject): Promise<JoinCandidates>;
  /** Returns the new revision. A change equal to what is stored is still a change: the caller decides whether to save. */
  saveArticle(change: ArticleChange): Promise<number>;
  retractArticle(change: RetractionChange): Promise<number>;
  saveCuration(change: CurationChange): Promise<number>;

  lookUpEvent(id: EventId): Promise<EventLookup>;
  /** The event as it was at that revision; undefined where it did not exist then. */
  getEventVersion(id: EventId, revision: number): Promise<TimelineEvent | undefined>;
  /** The events that exist, in the order of the ids asked for, undefined where there is none. Merged ids are followed. */
  getEvents(ids: readonly EventId[]): Promise<readonly (TimelineEvent | undefined)[]>;
  /** The event as the articles published by that day tell it; undefined where none of them dates it, or there is no such event. */
  getEventAsOf(id: EventId, asOf: CalendarDate): Promise<TimelineEvent | undefined>;
  /** The ids that were merged into these events, in the order of both. */
  listAbsorbed(ids: readonly EventId[]): Promise<readonly AbsorbedId[]>;
  getMention(id: MentionId): Promise<{ mention: Mention; eventId: EventId } | undefined>;
  listEvents(filter: EventFilter, order: EventOrder, page: PageRequest): Promise<Page<TimelineEvent>>;
  /** The first and last days of all events that pass the filter, each pair once with its events counted, in their order. */
  countByBounds(filter: EventFilter): Promise<readonly BoundsCount[]>;
  /**
   * All events, as `countByBounds` has them, but each day stands for its month as the first of it; costs the same however
   * many. Gives the same list, for what follows from it to be kept, as long as nothing has changed.
   */
  countByMonths(): Promise<readonly BoundsCount[]>;
  /** The values of a facet among the events that pass the filter, at most so many: those of most events first, then by name. */
  countFacet(filter: EventFilter, facet: FacetName, size: number): Promise<readonly FacetCount[]>;
  countEvents(filter: EventFilter): Promise<number>;

  /** What became of events after a revision, in the order of revisions, then of ids. */
  listChanges(since: number, page: PageRequest): Promise<Page<EventChange>>;
  /** The newest first; of one event or article alone where it is named. */
  listAudit(subject: EventId | ArticleId | null, page: PageRequest): Promise<Page<AuditEntry>>;

  getArticle(id: ArticleId): Promise<StoredArticle | undefined>;
  /** The current article of that URL, for supersession. */
  findArticleByUrl(url: string): Promise<StoredArticle | undefined>;
  /** In the order they were first saved. Superseded articles are left out. */
  listArticles(page: PageRequest): Promise<Page<StoredArticle>>;
  getActor(id: ActorId): Promise<ActorRecord | undefined>;
  /** By falling number of events, then by id. */
  listActors(page: PageRequest): Promise<Page<ActorRecord>>;

  /** A named fact about the store itself, such as the marker that seeding is finished. */
  readMarker(name: string): Promise<string | undefined>;
  writeMarker(name: string, value: string): Promise<void>;

  /** Everything wrong with the stored data; empty when it is sound. */
  verify(): Promise<readonly StoreProblem[]>;
  close(): Promise<void>;
}
