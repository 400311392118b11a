import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { enterTimeline, slugOf } from './public-address.ts';

/** The app of a timeline beside the default one. It stays open at least until it is released. */
export interface UsedApp {
  readonly app: FastifyInstance;
  release(): void;
}

/** Null for a slug that no timeline has. */
export type AppOf = (slug: string) => Promise<UsedApp | null>;

/** The events of a server that hand over a request. */
const REQUESTS: ReadonlySet<unknown> = new Set(['request', 'upgrade', 'checkExpectation']);

interface PassOn {
  readonly appOf: AppOf;
  /** The path of a request without the prefix of the service. */
  readonly pathOf: (request: IncomingMessage) => string;
  readonly onFailure: (error: unknown, socket: Duplex) => void;
}

/**
 * Passes the requests and sockets below `/t/{slug}` to the apps of those timelines. These listen nowhere: their servers get the
 * events of this one. A request for an unknown timeline stays here, where no route answers it.
 */
export function passOn(server: Server, { appOf, pathOf, onFailure }: PassOn): void {
  const emit = server.emit.bind(server);
  server.emit = (event: string, ...given: unknown[]): boolean => {
    if (!REQUESTS.has(event)) return emit(event, ...given);
    const [request, answer] = given as [IncomingMessage, ServerResponse | Duplex];
    request.url = pathOf(request);
    const slug = slugOf(request.url);
    if (slug === null) return emit(event, ...given);
    appOf(slug).then(
      (used) => {
        if (used === null) return void emit(event, ...given);
        // A connection that has ended while the app was opened gets no answer, and none that is closed.
        if (request.socket.destroyed) return used.release();
        answer.once('close', () => used.release());
        enterTimeline(request, slug);
        used.app.server.emit(event, ...given);
      },
      (error: unknown) => onFailure(error, request.socket),
    );
    return true;
  };
}
