import type { FastifyRequest } from 'fastify';

/** Scheme and host that a request was sent to; a header that names no host or another scheme is not repeated. */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  const origin = `${protocol === 'https' ? 'https' : 'http'}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : 'http://localhost';
}
