import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { handleProtocols, makeServer, type Server } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Caller } from '../../../domain/query/timeline-query.ts';
import { socketCaller } from '../../http/caller.ts';
import { refuseOnSocket } from '../../http/connections/refuse-on-socket.ts';
import { prefixOf } from '../../http/public-address.ts';
import { createContext } from '../create-context.ts';
import type { PersistedQueries } from '../execution/persisted-queries.ts';
import { isContext, unknownCost } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { formatErrors } from '../http/format-errors.ts';
import { readGraphqlBody } from '../http/graphql-request.ts';
import { refusalOf } from '../http/request-refusal.ts';
import { completeResult } from '../limits/count-entries.ts';
import { tooDeepError } from '../limits/document-limits.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import { checkSubscription } from './check-subscription.ts';
import { badHandshake, refusalOfUpgrade, tooManySockets } from './refused-upgrade.ts';
import { serveSocket } from './serve-socket.ts';
import { subscriptionSource } from './subscription-source.ts';

/** The client of a socket. */
interface SocketClient extends Record<PropertyKey, unknown> {
  /** The request that opened the socket: its client is counted by it. */
  readonly request: IncomingMessage;
  readonly origin: string;
  readonly prefix: string;
  readonly caller: Caller;
}

/** `/graphql` as a WebSocket, for subscriptions alone; a page may open one from an origin that may read the API. */
export function addSubscriptions(
  app: FastifyInstance,
  parts: GraphqlParts,
  persisted: PersistedQueries,
): void {
  const { followers, socketPlaces, corsOrigins, clientKeyOf, requestLimit, originOf } = parts;
  const subscriptions = subscriptionServer(app, parts, persisted);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: QUERY_LIMITS.body, handleProtocols });
  sockets.on('wsClientError', (_error: Error, socket: Duplex, request: IncomingMessage) =>
    refuseOnSocket(socket, badHandshake(), prefixOf({ raw: request })),
  );
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const { refusal = refusalOfUpgrade(request, corsOrigins) } = { ...(await requestLimit.take(request)) };
    const prefix = prefixOf({ raw: request });
    if (refusal !== undefined) return refuseOnSocket(socket, refusal, prefix);
    if (socket.destroyed) return;
    const free = socketPlaces.take(clientKeyOf(request));
    if (free === undefined) return refuseOnSocket(socket, tooManySockets(), prefix);
    socket.once('close', free);
    const origin = originOf({ protocol: 'http', host: request.headers.host ?? '', raw: request });
    sockets.handleUpgrade(request, socket, head, (accepted) =>
      serveSocket(
        accepted,
        subscriptions,
        { request, origin, prefix, caller: socketCaller(accepted) },
        followers.limits.heartbeatMs,
      ),
    );
  };
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      app.log.error({ err: error }, 'a socket could not be opened');
      socket.destroy();
    });
  });
  app.addHook('preClose', async () => {
    followers.close();
    for (const client of sockets.clients) client.close(1001, 'Going away');
    sockets.close();
  });
}

/** Speaks `graphql-transport-ws` with all clients. */
function subscriptionServer(
  app: FastifyInstance,
  parts: GraphqlParts,
  persisted: PersistedQueries,
): Server<SocketClient> {
  const { timeline, principalOf, requestLimit, clientKeyOf } = parts;
  const subscribe = async (
    { request: opening, origin, prefix, caller }: SocketClient,
    payload: unknown,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> => {
    const { refusal } = { ...(await requestLimit.take(opening)) };
    if (refusal !== undefined) throw refusal;
    const request = persisted.complete(readGraphqlBody(payload));
    const context = createContext(timeline, {
      method: 'WEBSOCKET',
      origin,
      prefix,
      principal: principalOf(undefined),
      caller,
      request,
      cost: unknownCost(),
    });
    const source = subscriptionSource(parts, clientKeyOf(opening));
    const checked = checkSubscription(app.graphql.schema, context, source);
    requestLimit.charge(opening, context.cost.price ?? 0);
    return checked;
  };
  const format = (errors: readonly GraphQLError[]) =>
    formatErrors(errors, { id: randomUUID(), log: app.log });
  return makeServer<undefined, SocketClient>({
    jsonMessageReviver: withQuery,
    onSubscribe: ({ extra }, _id, payload) =>
      subscribe(extra, payload).catch((error) => [graphqlErrorOf(error)]),
    onNext: (_context, _id, _payload, { contextValue }, result) => {
      const { errors, data = null } = isContext(contextValue) ? completeResult(result, contextValue) : result;
      return { data, ...(errors && { errors: format(errors) }) };
    },
    onError: (_context, _id, _payload, errors) => format(errors),
  });
}

/** The protocol requires a query in each subscription. A query that is named by its hash (`persistedQuery`) becomes an empty text. */
const withQuery = (name: string, value: unknown): unknown =>
  name === '' && isNamedByHash(value) ? { ...value, payload: { query: '', ...value.payload } } : value;

const isNamedByHash = (message: unknown): message is { readonly payload: object } => {
  const { type, payload } = { type: undefined, payload: undefined, ...Object(message) };
  return type === 'subscribe' && typeof payload === 'object' && payload !== null && 'extensions' in payload;
};

function graphqlErrorOf(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof RangeError) return tooDeepError();
  const refusal = refusalOf(error);
  if (refusal !== undefined) return new GraphQLError(refusal.message, { extensions: { code: refusal.code } });
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
