import type { FastifyInstance, FastifyReply } from 'fastify';

/** Data is not a page: nothing in it may run, load or be framed. Pages bring a policy of their own. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Puts the headers on that every answer carries; a content security policy that is already there stays. */
export function setSecurityHeaders(reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', DATA_POLICY);
}

/** Every answer also says the id under which its request is logged. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    setSecurityHeaders(reply);
  });
}
