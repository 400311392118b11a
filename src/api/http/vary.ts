import type { FastifyReply } from 'fastify';

/** Names a further request header on which the answer depends (RFC 9110, section 12.5.5). */
export function addVary(reply: FastifyReply, name: string): void {
  const named = reply.getHeader('vary');
  if (named === undefined) reply.header('vary', name);
  else if (!String(named).split(', ').includes(name)) reply.header('vary', `${named}, ${name}`);
}
