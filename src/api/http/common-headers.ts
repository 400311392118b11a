import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The headers of every answer, pages and data alike. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // A page elsewhere has no hold on ours, and gets at data by CORS alone, not by embedding it.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Data is not a page: nothing in it may run, load or be framed. Pages bring a policy of their own. */
export const DATA_POLICY = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** A year: a reader who has once come by https is never again sent by http (RFC 6797). */
export const HTTPS_ALONE = { 'strict-transport-security': 'max-age=31536000' } as const;

/**
 * Sets the headers of every answer; a content security policy that is already set stays. A 304 has no policy: its policy
 * would replace the policy of the copy, which may be a page (RFC 9111, section 3.2).
 */
export function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  // The id under which the request is logged.
  reply.header('x-request-id', request.id);
  reply.headers(COMMON_HEADERS);
  if (request.protocol === 'https') reply.headers(HTTPS_ALONE);
  if (reply.statusCode !== 304 && !reply.hasHeader('content-security-policy')) reply.headers(DATA_POLICY);
}

export function addCommonHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    setCommonHeaders(request, reply);
    done(null, payload);
  });
}
