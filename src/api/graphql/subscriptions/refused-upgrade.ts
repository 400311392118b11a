import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';

/** Whether a request asks for a socket where there are sockets. Any other request is answered as HTTP. */
export const isSocketRequest = ({ headers, url }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket' && url?.split('?')[0] === '/graphql';

/** The status with which a request for a socket is refused; undefined where it is granted. */
export function refusedStatus({ headers }: IncomingMessage, origins: readonly string[]): string | undefined {
  if (handleProtocols(headers['sec-websocket-protocol'] ?? '') === false) return '400 Bad Request';
  const { origin } = headers;
  const isAllowed = origin === undefined || origins.includes('*') || origins.includes(origin);
  return isAllowed ? undefined : '403 Forbidden';
}

/** Answers on the bare socket, where Fastify has no part, and closes it, whatever the client does. */
export function refuse(socket: Duplex, status: string, headers: Readonly<Record<string, string>> = {}): void {
  const fields = Object.entries({ connection: 'close', 'content-length': '0', ...headers });
  const lines = [`HTTP/1.1 ${status}`, ...fields.map(([name, value]) => `${name}: ${value}`), '', ''];
  socket.end(lines.join('\r\n'), () => socket.destroy());
}
