import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';

interface ServerSettings {
  /** For a request to arrive whole, and for a client to read on. */
  readonly requestTimeoutMs: number;
  /** Any other request to change the protocol is answered as if it did not ask for that, as RFC 9110 allows (section 7.8). */
  readonly isUpgrade: (request: IncomingMessage) => boolean;
}

/** Longer than the usual minute of load balancers: a connection must not end just when a request is sent on it. */
const KEEP_ALIVE_MS = 72_000;

/** How often Node looks for requests that are late. */
const CHECK_MS = 500;

/** A server whose clients cannot hold more than their part by waiting, by not reading or by asking ahead. */
export function createHttpServer(handle: RequestListener, settings: ServerSettings): Server {
  const { requestTimeoutMs, isUpgrade } = settings;
  const listener = answerInTurn(handle);
  const server = createServer(
    {
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
      // A request without a Host header is refused with a problem document.
      requireHostHeader: false,
      shouldUpgradeCallback: isUpgrade,
    },
    listener,
  );
  server.on('checkExpectation', listener);
  // A request that is late gets its 408 before the silent connection is closed.
  server.setTimeout(requestTimeoutMs + 2 * CHECK_MS);
  return server;
}

/** In requests: browsers send none ahead, and other clients a few. */
const MOST_WAITING = 100;

/**
 * Handles the requests of a connection one after the other, however many are sent ahead. A connection on which too many
 * wait is closed.
 */
function answerInTurn(handle: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, number>();
  return (request, response) => {
    response.on('timeout', endUnread);
    // Node gives a response its socket once all earlier answers of the connection are sent.
    if (response.socket !== null) return handle(request, response);
    const { socket } = request;
    const count = (waiting.get(socket) ?? 0) + 1;
    waiting.set(socket, count);
    if (count > MOST_WAITING) return void socket.destroy();
    response.once('socket', () => {
      waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
      setImmediate(handle, request, response);
    });
  };
}

/** A silent connection is closed where its client does not read. Where the answer is not made yet, the client waits on. */
function endUnread(this: ServerResponse, socket: Socket): void {
  if (socket.writableLength > 0) socket.destroy();
  else socket.setTimeout(socket.timeout ?? 0);
}
