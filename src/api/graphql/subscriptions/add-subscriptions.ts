import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { WebSocketServer } from 'ws';
import { TooManyRequests } from '../../http/rate-limit/too-many-requests.ts';
import { originOf } from '../../http/urls.ts';
import { createContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { formatErrors } from '../http/format-errors.ts';
import { readGraphqlBody } from '../http/graphql-request.ts';
import { refusalOf } from '../http/request-refusal.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import { PROTOCOL, refuse, refusedStatus } from './refused-upgrade.ts';
import { runSubscription } from './run-subscription.ts';
import { type SocketParts, serveSocket } from './serve-socket.ts';
import { subscriptionSource } from './subscription-source.ts';

/** `/graphql` as a WebSocket, for subscriptions alone; a page may open one from an origin that may read the API. */
export function addSubscriptions(app: FastifyInstance, parts: GraphqlParts): void {
  const { followers, corsOrigins, clientKeyOf, takeRequest } = parts;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: QUERY_LIMITS.body,
    handleProtocols: (protocols) => (protocols.has(PROTOCOL) ? PROTOCOL : false),
  });
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const allowance = await takeRequest?.(clientKeyOf(request));
    if (allowance?.isGranted === false) return refuse(socket, '429 Too Many Requests', allowance.headers);
    const status = refusedStatus(request, corsOrigins, server.clients.size >= followers.limits.maxFollowers);
    if (status !== undefined) return refuse(socket, status);
    server.handleUpgrade(request, socket, head, (accepted) =>
      serveSocket(accepted, socketPartsOf(app, parts, request)),
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
    followers.letGo();
    for (const client of server.clients) client.close(1001, 'Going away');
    server.close();
  });
}

function socketPartsOf(app: FastifyInstance, parts: GraphqlParts, opening: IncomingMessage): SocketParts {
  const { timeline, admit, followers, publicOrigin, clientKeyOf, takeRequest, operations } = parts;
  const origin = publicOrigin ?? originOf({ protocol: 'http', host: opening.headers.host ?? '' });
  const client = clientKeyOf(opening);
  const source = subscriptionSource(parts);
  return {
    pingMs: followers.limits.heartbeatMs,
    run: async (payload) => {
      try {
        const allowance = await takeRequest?.(client);
        if (allowance?.isGranted === false) throw new TooManyRequests(allowance.headers);
        const request = operations.persisted.complete(readGraphqlBody(payload));
        const admission = admit(undefined);
        const context = createContext(timeline, { method: 'WEBSOCKET', origin, admission, request });
        return await runSubscription(app.graphql.schema, context, source);
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        const refusal = refusalOf(error);
        if (refusal === undefined) throw error;
        return [new GraphQLError(refusal.message, { extensions: { code: refusal.code } })];
      }
    },
    format: ({ errors, ...result }) => ({
      ...result,
      ...(errors && { errors: formatErrors(errors, { id: randomUUID(), log: app.log }) }),
    }),
  };
}
