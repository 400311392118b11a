import { Readable } from 'node:stream';
import type { FastifyRequest, RequestPayload } from 'fastify';
import { handedOver } from '../../http/handed-over.ts';
import type { Admit } from '../../http/write-tokens.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import { RequestRefusal } from './request-refusal.ts';

type DoneLimiting = (error: Error | null, payload?: RequestPayload) => void;

/** Lets a body through that is as large as a query may be, or one of whoever may write, which can hold an article; one that was read before is small. */
export function limitBody(admit: Admit) {
  const mayWrite = ({ headers }: FastifyRequest): boolean =>
    headers.authorization !== undefined && admit(headers.authorization).kind === 'admitted';
  return (request: FastifyRequest, _reply: unknown, payload: RequestPayload, done: DoneLimiting): void => {
    const known = handedOver(request.raw);
    const length = Number(request.headers['content-length']);
    if (known !== undefined) done(null, Readable.from([known.body]));
    // Node reads no more of a body than it was told, and Fastify refuses one that is shorter.
    else if (length <= QUERY_LIMITS.body) done(null, payload);
    else if (mayWrite(request)) done(null, Readable.from(payload));
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
