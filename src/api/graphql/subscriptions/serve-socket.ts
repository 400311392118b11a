import { type ExecutionResult, GraphQLError } from 'graphql';
import type { WebSocket } from 'ws';
import { type ClientMessage, readClientMessage } from './client-message.ts';

/** How long a client may take to say who it is. */
const INIT_TIMEOUT_MS = 3000;

/** Results one after the other, or why there will be none. */
type Run = (payload: unknown) => Promise<AsyncGenerator<ExecutionResult> | readonly GraphQLError[]>;

/** What a socket needs of the server. */
export interface SocketParts {
  readonly run: Run;
  /** Results and errors as a client may see them. */
  readonly format: (result: ExecutionResult) => object;
  /** After so long a silence the client is asked whether it is still there. */
  readonly pingMs: number;
}

/** Speaks `graphql-transport-ws` with one client (github.com/enisdenjo/graphql-ws, PROTOCOL.md). */
export function serveSocket(socket: WebSocket, parts: SocketParts): void {
  const running = new Map<string, AsyncGenerator<ExecutionResult> | null>();
  let state: 'NEW' | 'READY' = 'NEW';
  const end = (code: number, reason: string): void => socket.close(code, reason);
  const send = (message: object): Promise<void> =>
    new Promise((resolve) => socket.send(JSON.stringify(message), () => resolve()));

  const fail = async (id: string, errors: readonly GraphQLError[]): Promise<void> => {
    if (running.delete(id)) await send({ type: 'error', id, payload: errorsOf(parts.format({ errors })) });
  };
  const tell = async (id: string, payload: unknown): Promise<void> => {
    const results = await parts.run(payload);
    if (!('next' in results)) return fail(id, results);
    if (!running.has(id)) return void results.return(undefined);
    running.set(id, results);
    // Each result waits until the one before it is on its way, so that a slow client holds no more than one.
    for await (const result of results) {
      // What was under way when the client lost interest.
      if (running.get(id) !== results) return;
      await send({ type: 'next', id, payload: parts.format(result) });
    }
    if (running.delete(id)) await send({ type: 'complete', id });
  };
  const start = async (id: string, payload: unknown): Promise<void> => {
    running.set(id, null);
    try {
      await tell(id, payload);
    } catch (error) {
      await fail(id, [asGraphqlError(error)]);
    }
  };
  const stop = (id: string): void => {
    void running.get(id)?.return(undefined);
    running.delete(id);
  };
  const answer = async (message: ClientMessage): Promise<void> => {
    switch (message.type) {
      case 'connection_init':
        if (state === 'READY') return end(4429, 'Too many initialisation requests');
        state = 'READY';
        clearTimeout(waiting);
        return send({ type: 'connection_ack' });
      case 'ping':
        return send({ type: 'pong' });
      case 'pong':
        return;
      case 'complete':
        return stop(message.id);
      case 'subscribe':
        if (state === 'NEW') return end(4401, 'Unauthorized');
        if (running.has(message.id)) return end(4409, `Subscriber for ${message.id} already exists`);
        return start(message.id, message.payload);
    }
  };

  const waiting = setTimeout(() => end(4408, 'Connection initialisation timeout'), INIT_TIMEOUT_MS);
  let isAlive = true;
  const pings = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, parts.pingMs);
  socket.on('pong', () => {
    isAlive = true;
  });
  socket.on('message', (bytes: Buffer) => {
    isAlive = true;
    const message = readClientMessage(bytes.toString());
    if (message === undefined) end(4400, 'Invalid message');
    else answer(message).catch(() => end(1011, 'Internal server error'));
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(waiting);
    clearInterval(pings);
    for (const id of [...running.keys()]) stop(id);
  });
}

const asGraphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });

const errorsOf = (formatted: object): unknown => ('errors' in formatted ? formatted.errors : []);
