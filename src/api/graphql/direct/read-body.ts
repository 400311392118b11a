import type { IncomingMessage } from 'node:http';

/** Calls with the body of a request when it is there, all of so many bytes; never for a client that leaves before. */
export function readBody(request: IncomingMessage, length: number, read: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size === length) read(chunks.length === 1 ? chunk : Buffer.concat(chunks));
  });
}
