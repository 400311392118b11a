import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A connection whose bytes the test writes itself. */
export interface RawClient {
  readonly socket: Socket;
  /** The text that came so far. */
  received(): string;
  /** Fulfilled once the connection has ended, by the server or by the test. */
  readonly closed: Promise<void>;
  /** Waits until the text that came has this part. */
  until(part: string): Promise<string>;
}

/** Connects to an app that listens, and sends a text. */
export async function openRaw(app: FastifyInstance, text = ''): Promise<RawClient> {
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the app does not listen');
  const socket = connect(address.port, '127.0.0.1');
  let received = '';
  socket.on('error', () => {});
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk;
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return {
    socket,
    received: () => received,
    closed,
    until: async (part) => {
      while (!received.includes(part))
        await Promise.race([once(socket, 'data'), closed.then(() => fail(part, received))]);
      return received;
    },
  };
}

function fail(part: string, received: string): never {
  throw new Error(`the connection ended without ${JSON.stringify(part)} in:\n${received.slice(0, 2000)}`);
}

/** A request of HTTP/1.1 without a body. Headers are lines; `Host` comes first unless it is left out. */
export const requestText = (path: string, headers: readonly string[] = [], host = 'Host: x'): string =>
  [`GET ${path} HTTP/1.1`, ...(host === '' ? [] : [host]), ...headers, '', ''].join('\r\n');

/** The whole answer to a request after which the server closes the connection. */
export async function askRaw(
  app: FastifyInstance,
  text: string,
): Promise<{ readonly status: number; readonly head: string; readonly body: string }> {
  const client = await openRaw(app, text);
  await client.closed;
  const [head = '', ...body] = client.received().split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: body.join('\r\n\r\n') };
}
