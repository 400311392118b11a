import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { traceOf } from './logging/request-id.ts';

/** The headers of every answer, of pages and data alike. */
const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** A page elsewhere cannot embed our answers, but for those that are made for it. It reads data by CORS alone. */
export const RESOURCE_POLICY = 'cross-origin-resource-policy';

/** Data is not a page: nothing in it may run, load or be framed. Pages bring a policy of their own. */
const DATA_POLICY = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** For a year, a browser that has come by https never sends by http (RFC 6797). */
const HTTPS_ALONE = { 'strict-transport-security': 'max-age=31536000' } as const;

/**
 * Puts the common headers on an answer; a policy that is already there stays. A 304 names no policy, for
 * it would replace that of the copy, which may be a page (RFC 9111, section 3.2).
 */
export function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  // The id under which the request is logged.
  reply.header('x-request-id', request.id);
  if (traceOf(request.headers) !== undefined) reply.header('traceparent', request.headers.traceparent);
  reply.headers(COMMON_HEADERS);
  if (request.protocol === 'https') reply.headers(HTTPS_ALONE);
  if (reply.statusCode === 304) return;
  if (!reply.hasHeader(RESOURCE_POLICY)) reply.header(RESOURCE_POLICY, 'same-origin');
  if (!reply.hasHeader('content-security-policy')) reply.headers(DATA_POLICY);
}

export function addCommonHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    setCommonHeaders(request, reply);
    done(null, payload);
  });
}
