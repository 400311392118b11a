import type { ActorId, ArticleId } from '../../domain/event/ids.ts';
import type { Caller } from '../../domain/query/timeline-query.ts';
import type { ActorRecord, ArticleRecord } from '../../store/port/event-store.ts';
import type { Timeline } from '../../timeline/timeline.ts';
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
 * once for each article and actor, however often it occurs in the answer.
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
  /** Runs a task when the one before it has ended. */
  readonly inTurn: <Value>(task: () => Promise<Value>) => Promise<Value>;
};

/** Narrows the context that graphql-js or graphql-ws hands back. */
export const isContext = (value: unknown): value is GraphqlContext =>
  typeof value === 'object' && value !== null && 'cost' in value && 'principal' in value;

export function createContext(
  timeline: Timeline,
  given: Pick<GraphqlContext, 'method' | 'request' | 'origin' | 'prefix' | 'principal' | 'caller' | 'cost'>,
): GraphqlContext {
  return {
    ...given,
    writer: given.principal.kind === 'writer' ? given.principal.name : null,
    loadArticle: oncePerId((id) => timeline.getArticleRecord(id)),
    loadActor: oncePerId((id) => timeline.getActor(id)),
    inTurn: oneByOne(),
  };
}

function oneByOne(): GraphqlContext['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}

function oncePerId<Id, Value>(load: (id: Id) => Promise<Value>): (id: Id) => Promise<Value> {
  const loaded = new Map<Id, Promise<Value>>();
  return (id) => {
    const value = loaded.get(id) ?? load(id);
    loaded.set(id, value);
    return value;
  };
}
