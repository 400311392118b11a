import { createServer, type RequestListener, type Server } from 'node:http';

/** Puts something before a listener that may answer in its place. */
export type Before = (handOn: RequestListener) => RequestListener;

/** Longer than proxies keep their connections, so that none sends into one that closes. */
const KEEP_ALIVE_MS = 72_000;

/**
 * For Fastify's `serverFactory`: a server with something before Fastify, as long as it takes connections. While it closes,
 * Fastify turns requests away.
 */
export function serverWith(before: Before, requestTimeoutMs: number): (handOn: RequestListener) => Server {
  return (handOn) => {
    const first = before(handOn);
    const settings = { requestTimeout: requestTimeoutMs, keepAliveTimeout: KEEP_ALIVE_MS };
    const server = createServer(settings, (request, response) =>
      server.listening ? first(request, response) : handOn(request, response),
    );
    return server;
  };
}
