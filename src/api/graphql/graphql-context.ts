import type { TimelineEvent } from '../../domain/event/event.ts';
import type { ActorId, ArticleId, EventId } from '../../domain/event/ids.ts';
import type { Caller } from '../../domain/query/timeline-query.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { ActorRecord, ArticleRecord } from '../../store/port/event-store.ts';
import type { Principal } from '../http/write-tokens.ts';
import type { GraphqlRequest } from './http/graphql-request.ts';

/** The price of an operation and of its answer, in entries. */
export interface OperationCost {
  /** As the query shows it; undefined until it is known. */
  price: number | undefined;
  /** Of the answer so far. */
  entries: number;
}

export const unknownCost = (): OperationCost => ({ price: undefined, entries: 0 });

/**
 * The state of one request. Mentions and events carry the names of their articles and actors. Their other fields are read
 * once for each article and actor, however often it occurs in the answer. So is an event that is asked for by its id or by its
 * accounts.
 */
export type GraphqlContext = {
  readonly method: string;
  readonly request: GraphqlRequest;
  /** Scheme, host and path under which the sender finds the service. */
  readonly origin: string;
  /** The path of the origin: `/timeline`, or an empty text. */
  readonly prefix: string;
  /** The sender, by its token. */
  readonly principal: Principal;
  /** The sender, as long as it waits. */
  readonly caller: Caller;
  /** Under which name the sender may write; null for one that only reads. */
  readonly writer: string | null;
  readonly cost: OperationCost;
  readonly loadArticle: (id: ArticleId) => Promise<ArticleRecord | undefined>;
  readonly loadActor: (id: ActorId) => Promise<ActorRecord | undefined>;
  readonly loadEvent: (id: EventId) => Promise<TimelineEvent | undefined>;
  /** The day in a time zone; the same for the whole answer. */
  readonly todayIn: (timeZone: string) => CalendarDate;
  /** Runs a task when the one before it has ended. */
  readonly inTurn: <Value>(task: () => Promise<Value>) => Promise<Value>;
  /** Starts a task when the one before it has ended, or a turn of the event loop after that was started. */
  readonly startInTurn: <Value>(task: () => Promise<Value>) => Promise<Value>;
  /** Begins another answer to the same request, which counts and reads anew: each result of a subscription is one. */
  readonly renew: () => void;
};

/** Narrows the context that graphql-js or graphql-ws hands back. */
export const isContext = (value: unknown): value is GraphqlContext =>
  typeof value === 'object' && value !== null && 'cost' in value && 'principal' in value;
