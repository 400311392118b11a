import type { Article } from '../domain/article.ts';
import type { DerivedEvent, TimelineEvent } from '../domain/event.ts';
import type { DayBounds } from '../domain/event-date.ts';
import type { ActorId, ArticleId, EventId, MentionId, PlaceId } from '../domain/ids.ts';
import type { Mention } from '../domain/mention.ts';
import type { NameRecord } from '../domain/name-record.ts';
import type { EventFilter, EventOrder, Page, PageRequest } from '../domain/timeline-query.ts';

/** A named actor of the store, with the names that find it and how many events it takes part in. */
export interface ActorRecord {
  readonly id: ActorId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly eventCount: number;
}

/** Everything one article changes, saved in one transaction or not at all. */
export interface ArticleChange {
  /** The revision that the change was computed from; another one in the store makes `saveArticle` throw `STALE_REVISION`. */
  readonly expectedRevision: number;
  readonly article: Article;
  /** The article of the same URL whose text this one replaces; it keeps its row, loses its mentions and its text. */
  readonly supersedes: ArticleId | null;
  /** New and changed events, whole: with all their mentions, those of other articles too. */
  readonly events: readonly DerivedEvent[];
  /** Events that now live on under another id, which readers are led to. */
  readonly merged: readonly { readonly from: EventId; readonly into: EventId }[];
  /** Events that no dated mention holds up any more; they leave a tombstone. */
  readonly withdrawn: readonly EventId[];
  readonly actors: readonly NameRecord<ActorId>[];
  readonly places: readonly NameRecord<PlaceId>[];
}

/** What an id leads to. A merged event leads to the one that stayed, a withdrawn one to the revision that withdrew it. */
export type EventLookup =
  | { readonly kind: 'found'; readonly event: TimelineEvent }
  | { readonly kind: 'merged'; readonly into: EventId }
  | { readonly kind: 'withdrawn'; readonly revision: number }
  | { readonly kind: 'unknown' };

export interface StoredArticle extends Article {
  /** False for an article that a newer text of the same URL has superseded. */
  readonly current: boolean;
  readonly eventCount: number;
}

/** What a change must be joined against: the events it could touch, and the revision they were read at. */
export interface JoinCandidates {
  readonly revision: number;
  readonly events: readonly TimelineEvent[];
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
  /** One number for the data set, raised by each committed change; 0 in an empty store. */
  readRevision(): Promise<number>;
  readSummary(): Promise<StoreSummary>;

  /** The events whose dates overlap any of the bounds, and those that hold mentions of the given article. */
  readJoinCandidates(bounds: readonly DayBounds[], articles: readonly ArticleId[]): Promise<JoinCandidates>;
  /** Returns the new revision. A change equal to what is stored is still a change: the caller decides whether to save. */
  saveArticle(change: ArticleChange): Promise<number>;

  lookUpEvent(id: EventId): Promise<EventLookup>;
  /** The event as it was at that revision; undefined where it did not exist then. */
  getEventVersion(id: EventId, revision: number): Promise<TimelineEvent | undefined>;
  /** The events that exist, in the order of the ids asked for, undefined where there is none. Merged ids are followed. */
  getEvents(ids: readonly EventId[]): Promise<readonly (TimelineEvent | undefined)[]>;
  getMention(id: MentionId): Promise<{ mention: Mention; eventId: EventId } | undefined>;
  listEvents(filter: EventFilter, order: EventOrder, page: PageRequest): Promise<Page<TimelineEvent>>;
  countEvents(filter: EventFilter): Promise<number>;

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
