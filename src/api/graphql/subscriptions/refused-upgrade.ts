import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';

/** The status with which a request for a socket is refused; undefined where it is granted. */
export function refusedStatus(
  { headers, url }: IncomingMessage,
  origins: readonly string[],
  isFull: boolean,
): string | undefined {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  if (headers.upgrade?.toLowerCase() !== 'websocket') return '400 Bad Request';
  if (handleProtocols(headers['sec-websocket-protocol'] ?? '') === false) return '400 Bad Request';
  const { origin } = headers;
  if (origin !== undefined && !origins.includes('*') && !origins.includes(origin)) return '403 Forbidden';
  return isFull ? '503 Service Unavailable' : undefined;
}

/** Answers on the bare socket, where Fastify has no part, and ends it. */
export function refuse(socket: Duplex, status: string, headers: Readonly<Record<string, string>> = {}): void {
  const fields = Object.entries({ connection: 'close', 'content-length': '0', ...headers });
  const lines = [`HTTP/1.1 ${status}`, ...fields.map(([name, value]) => `${name}: ${value}`), '', ''];
  socket.end(lines.join('\r\n'));
}
