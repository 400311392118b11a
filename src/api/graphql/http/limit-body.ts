import { Readable } from 'node:stream';
import type { FastifyRequest, RequestPayload } from 'fastify';
import type { PrincipalOf } from '../../http/write-tokens.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import { RequestRefusal } from './request-refusal.ts';

type DoneLimiting = (error: Error | null, payload?: RequestPayload) => void;

/** Lets a body through that is as large as a query may be. The body of a sender who may write can hold an article. */
export function limitBody(principalOf: PrincipalOf) {
  const mayWrite = ({ headers }: FastifyRequest): boolean =>
    headers.authorization !== undefined && principalOf(headers.authorization).kind === 'writer';
  return (request: FastifyRequest, _reply: unknown, payload: RequestPayload, done: DoneLimiting): void => {
    // Node reads no more of a body than its declared length, and Fastify refuses a shorter body.
    const length = Number(request.headers['content-length']);
    if (length <= QUERY_LIMITS.body || mayWrite(request)) done(null, payload);
    else if (Number.isNaN(length)) done(null, Readable.from(limited(payload)));
    else done(tooLarge());
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
