import { Readable } from 'node:stream';
import type { FastifyRequest, RequestPayload } from 'fastify';
import type { Admit } from '../write-tokens.ts';
import { QUERY_LIMITS } from './limits/query-limits.ts';
import { RequestRefusal } from './request-refusal.ts';

/** Lets a body through that is as large as a query may be, or one of whoever may write, which can hold an article. */
export function limitBody(admit: Admit) {
  return async (request: FastifyRequest, _reply: unknown, payload: RequestPayload) => {
    if (admit(request.headers.authorization).kind === 'admitted') return Readable.from(payload);
    const length = Number(request.headers['content-length']);
    if (length > QUERY_LIMITS.body) throw tooLarge();
    // Node reads no more of a body than it was told, and Fastify refuses one that is shorter.
    return Number.isNaN(length) ? Readable.from(limited(payload)) : payload;
  };
}

async function* limited(payload: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of payload) {
    size += chunk.length;
    if (size > QUERY_LIMITS.body) throw tooLarge();
    yield chunk;
  }
}

const tooLarge = (): RequestRefusal =>
  new RequestRefusal('BODY_TOO_LARGE', `the body has more than ${QUERY_LIMITS.body} bytes`);
