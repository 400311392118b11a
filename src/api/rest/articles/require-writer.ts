import type { FastifyRequest } from 'fastify';
import { type Admit, CHALLENGE } from '../../http/write-tokens.ts';
import { RequestError } from '../errors/request-error.ts';

/** The name under which the sender of a request may write; throws what keeps it from that. */
export function requireWriter(admit: Admit, { headers }: FastifyRequest): string {
  const admission = admit(headers.authorization);
  if (admission.kind === 'admitted') return admission.by;
  const { code, message } = admission;
  throw new RequestError(code, message, code === 'UNAUTHORIZED' ? { headers: CHALLENGE } : {});
}
