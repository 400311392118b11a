import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ApiErrorCode, errorEntryOf } from '../../errors.ts';

const BY_NODE_CODE: Readonly<Record<string, ApiErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};

/** Answers what Node's HTTP parser gave up on, when there is no request yet to answer: straight onto the socket. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(responseTo(BY_NODE_CODE[error.code ?? ''] ?? 'BAD_REQUEST'));
  socket.destroy(error);
}

function responseTo(code: ApiErrorCode): string {
  const { status, title, description: detail } = errorEntryOf(code);
  const body = JSON.stringify({ type: `/problems/${code}`, title, status, code, detail });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}
