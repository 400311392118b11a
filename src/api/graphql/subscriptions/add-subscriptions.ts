import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { WebSocketServer } from 'ws';
import { originOf } from '../../origin.ts';
import { formatErrors } from '../format-errors.ts';
import { createContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { readGraphqlBody } from '../graphql-request.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import { refusalOf } from '../request-refusal.ts';
import { runSubscription } from './run-subscription.ts';
import { type SocketParts, serveSocket } from './serve-socket.ts';
import { subscriptionSource } from './subscription-source.ts';

const PROTOCOL = 'graphql-transport-ws';

/** `/graphql` as a WebSocket, for subscriptions alone; a page may open one from an origin that may read the API. */
export function addSubscriptions(app: FastifyInstance, parts: GraphqlParts): void {
  const { followers, corsOrigins } = parts;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: QUERY_LIMITS.body,
    handleProtocols: (protocols) => (protocols.has(PROTOCOL) ? PROTOCOL : false),
  });
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const status = refusedStatus(request, corsOrigins, server.clients.size >= followers.limits.maxFollowers);
    if (status === undefined)
      server.handleUpgrade(request, socket, head, (accepted) =>
        serveSocket(accepted, socketPartsOf(app, parts, request)),
      );
    else socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  app.addHook('preClose', async () => {
    followers.letGo();
    for (const client of server.clients) client.close(1001, 'Going away');
    server.close();
  });
}

function refusedStatus(
  { headers, url }: IncomingMessage,
  origins: readonly string[],
  isFull: boolean,
): string | undefined {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  if (headers.upgrade?.toLowerCase() !== 'websocket') return '400 Bad Request';
  if (!headers['sec-websocket-protocol']?.split(',').some((each) => each.trim() === PROTOCOL))
    return '400 Bad Request';
  const { origin } = headers;
  if (origin !== undefined && !origins.includes('*') && !origins.includes(origin)) return '403 Forbidden';
  return isFull ? '503 Service Unavailable' : undefined;
}

function socketPartsOf(app: FastifyInstance, parts: GraphqlParts, { headers }: IncomingMessage): SocketParts {
  const { timeline, admit, followers, publicOrigin } = parts;
  const origin = publicOrigin ?? originOf({ protocol: 'http', host: headers.host ?? '' });
  const source = subscriptionSource(parts);
  return {
    pingMs: followers.limits.heartbeatMs,
    run: async (payload) => {
      try {
        const request = readGraphqlBody(payload);
        const admission = admit(undefined);
        const context = createContext(timeline, { method: 'WEBSOCKET', origin, admission, request });
        return await runSubscription(app.graphql.schema, context, source);
      } catch (error) {
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
