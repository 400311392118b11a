import type { FastifyRequest } from 'fastify';

/** Scheme and host that a request was sent to; a Host header that names no host is not repeated. */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  const origin = `${protocol}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : 'http://localhost';
}
