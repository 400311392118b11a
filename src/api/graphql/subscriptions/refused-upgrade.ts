import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

export const PROTOCOL = 'graphql-transport-ws';

/** The status with which a request for a socket is refused; undefined for one that can be had. */
export function refusedStatus(
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

/** Answers on the bare socket, which Fastify has no part in, and ends it. */
export function refuse(socket: Duplex, status: string, headers: Readonly<Record<string, string>> = {}): void {
  const fields = Object.entries({ connection: 'close', 'content-length': '0', ...headers });
  const lines = [`HTTP/1.1 ${status}`, ...fields.map(([name, value]) => `${name}: ${value}`), '', ''];
  socket.end(lines.join('\r\n'));
}
