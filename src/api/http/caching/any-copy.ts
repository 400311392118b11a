import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const BODY_HEADERS = ['content-type', 'content-length', 'content-encoding'];

/**
 * Answers `If-None-Match: *` with 304 where there is an answer at all (RFC 9110, section 13.1.2). Only its handler knows
 * whether there is, so the handler runs. To be called after `compressAnswers`, which makes the entity tag.
 */
export function matchAnyCopy(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload: unknown, done) => {
    if (!isKnown(request, reply)) return done(null, payload);
    if (payload instanceof Readable) payload.destroy();
    for (const name of BODY_HEADERS) reply.removeHeader(name);
    reply.code(304);
    // Fastify's own hook for HEAD takes no null.
    return done(null, request.method === 'HEAD' ? '' : null);
  });
}

/** A client has no copy of an answer that it may not store. */
const isKnown = ({ method, headers }: FastifyRequest, reply: FastifyReply): boolean =>
  headers['if-none-match']?.trim() === '*' &&
  (method === 'GET' || method === 'HEAD') &&
  reply.statusCode === 200 &&
  reply.getHeader('cache-control') !== 'no-store';
