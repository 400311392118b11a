import type { FastifyRequest } from 'fastify';
import { CHALLENGE, type PrincipalOf } from '../http/write-tokens.ts';
import { RequestError } from './errors/request-error.ts';

/** The name under which the sender of a request may write; throws where the sender may not. */
export function requireWriter(principalOf: PrincipalOf, { headers }: FastifyRequest): string {
  const principal = principalOf(headers.authorization);
  if (principal.kind === 'writer') return principal.name;
  const { code, message } = principal;
  throw new RequestError(code, message, code === 'UNAUTHORIZED' ? { headers: CHALLENGE } : {});
}

/** The same for a sender who may purge articles. */
export function requirePurger(principalOf: PrincipalOf, request: FastifyRequest): string {
  const name = requireWriter(principalOf, request);
  const principal = principalOf(request.headers.authorization);
  if (principal.kind === 'writer' && principal.mayPurge) return name;
  throw new RequestError('RIGHT_MISSING', `the token of ${name} may not purge articles`);
}
