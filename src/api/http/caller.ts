import type { FastifyReply } from 'fastify';
import type { Caller } from '../../domain/query/timeline-query.ts';

/** An answer of HTTP, or a WebSocket. It emits `close` once its client can get no more answers. */
interface Connection {
  once(event: 'close', listener: () => void): unknown;
}

/** The client that waits for an answer. Its signal is made at the first use, for few answers need it. */
class ConnectedCaller<Client extends Connection> implements Caller {
  readonly #connection: Client;
  readonly #isClosed: (connection: Client) => boolean;
  #signal: AbortSignal | undefined;

  constructor(connection: Client, isClosed: (connection: Client) => boolean) {
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
    if (this.#isClosed(this.#connection)) abort();
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
export const callerOf = ({ raw }: FastifyReply): Caller => new ConnectedCaller(raw, isDestroyed);

const isDestroyed = ({ destroyed }: FastifyReply['raw']): boolean => destroyed;

/** A WebSocket. */
interface Socket extends Connection {
  readonly readyState: number;
  readonly OPEN: number;
}

/** The client of a WebSocket that is open now. */
export const socketCaller = (socket: Socket): Caller => new ConnectedCaller(socket, isNotOpen);

const isNotOpen = ({ readyState, OPEN }: Socket): boolean => readyState !== OPEN;
