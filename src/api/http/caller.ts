import type { FastifyReply } from 'fastify';
import type { Caller } from '../../domain/query/timeline-query.ts';

/** An answer of HTTP, or a WebSocket. It emits `close` once its client can get no more answers. */
interface Connection {
  once(event: 'close', listener: () => void): unknown;
}

/** The client that waits for an answer. Its signal is made at the first use, for few answers need it. */
class ConnectedCaller implements Caller {
  readonly #connection: Connection;
  readonly #isClosed: () => boolean;
  #signal: AbortSignal | undefined;

  constructor(connection: Connection, isClosed: () => boolean) {
    this.#connection = connection;
    this.#isClosed = isClosed;
  }

  get signal(): AbortSignal {
    this.#signal ??= this.#follow();
    return this.#signal;
  }

  #follow(): AbortSignal {
    const controller = new AbortController();
    const abort = (): void => controller.abort(GONE);
    if (this.#isClosed()) abort();
    else this.#connection.once('close', abort);
    return controller.signal;
  }
}

/** The reason of an aborted signal. No answer can be sent. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone';

  constructor() {
    super('the client has closed the connection');
  }
}

/** One for all, for an error costs more than the rest of a signal. */
const GONE = new CallerGone();

/** `request.signal` of Fastify will not do: it is aborted as soon as the body of a POST has been read. */
export const callerOf = ({ raw }: FastifyReply): Caller => new ConnectedCaller(raw, () => raw.destroyed);

/** The client of a WebSocket that is open now. */
export const socketCaller = (
  socket: Connection & { readonly readyState: number; readonly OPEN: number },
): Caller => new ConnectedCaller(socket, () => socket.readyState !== socket.OPEN);
