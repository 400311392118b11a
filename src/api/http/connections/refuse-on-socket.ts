import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ApiErrorCode, errorEntryOf } from '../../errors.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { RequestLimit } from '../rate-limit/rate-limit.ts';

/**
 * Answers a refusal on the bare socket, where Fastify has no part, as a problem document. Closes the socket then, whatever the
 * client does.
 */
export function refuseOnSocket(
  socket: Duplex,
  { code, message: detail, headers }: Pick<HttpRefusal, 'code' | 'message' | 'headers'>,
  prefix = '',
): void {
  if (!socket.writable) return void socket.destroy();
  const { status, title } = errorEntryOf(code);
  const body = JSON.stringify({ type: `${prefix}/problems/${code}`, title, status, code, detail });
  const fields = Object.entries({
    connection: 'close',
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  });
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'), () =>
    socket.destroy(),
  );
}

const BY_NODE_CODE: Readonly<Record<string, ApiErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};

/** Answers bytes that Node's HTTP parser cannot read. They have no headers, so that they count for the peer's address. */
export const answerClientError =
  (requestLimit: RequestLimit) =>
  async (error: NodeJS.ErrnoException, socket: Socket): Promise<void> => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const code = BY_NODE_CODE[error.code ?? ''] ?? 'BAD_REQUEST';
    const { refusal } = { ...(await requestLimit.takeFrom(socket.remoteAddress ?? '')) };
    refuseOnSocket(socket, refusal ?? { code, message: errorEntryOf(code).description, headers: {} });
  };
