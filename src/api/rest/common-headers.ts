import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Data is not a page: nothing in it may run, load or be framed. Pages bring a policy of their own. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** A year: a reader who has once come by https is never again sent by http (RFC 6797). */
const HTTPS_ALONE = 'max-age=31536000';

/** Puts on what every answer carries; a content security policy that is already there stays. */
export function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  // The id under which the request is logged.
  reply.header('x-request-id', request.id);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  // A page elsewhere has no hold on ours, and gets at data by CORS alone, not by embedding it.
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  if (request.protocol === 'https') reply.header('strict-transport-security', HTTPS_ALONE);
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', DATA_POLICY);
}

export function addCommonHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    setCommonHeaders(request, reply);
    done(null, payload);
  });
}
