import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Data is not a page: nothing in it may run, load or be framed. Pages bring a policy of their own. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Puts on what every answer carries; a content security policy that is already there stays. */
export function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  // The id under which the request is logged.
  reply.header('x-request-id', request.id);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', DATA_POLICY);
}

export function addCommonHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => setCommonHeaders(request, reply));
}
