import type { ActorId, ArticleId } from '../../domain/event/ids.ts';
import type { Caller } from '../../domain/query/timeline-query.ts';
import type { ActorRecord, StoredArticle } from '../../store/port/event-store.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Principal } from '../http/write-tokens.ts';
import type { GraphqlRequest } from './http/graphql-request.ts';

/**
 * The state of one request. Mentions and events carry the names of their articles and actors. Their other fields are read
 * once for each article and actor, however often it occurs in the answer.
 */
export type GraphqlContext = {
  readonly method: string;
  readonly request: GraphqlRequest;
  /** Scheme and host under which the sender finds the service. */
  readonly origin: string;
  /** The sender, by its token. */
  readonly principal: Principal;
  /** The sender, as long as it waits. */
  readonly caller: Caller;
  /** Under which name the sender may write; null for one that only reads. */
  readonly writer: string | null;
  /** The price of the operation, once it is known. */
  readonly cost: { price: number | undefined };
  readonly loadArticle: (id: ArticleId) => Promise<StoredArticle | undefined>;
  readonly loadActor: (id: ActorId) => Promise<ActorRecord | undefined>;
};

export function createContext(
  timeline: Timeline,
  given: Pick<GraphqlContext, 'method' | 'request' | 'origin' | 'principal' | 'caller'>,
): GraphqlContext {
  return {
    ...given,
    cost: { price: undefined },
    writer: given.principal.kind === 'writer' ? given.principal.name : null,
    loadArticle: oncePerId((id) => timeline.getArticle(id)),
    loadActor: oncePerId((id) => timeline.getActor(id)),
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
