import type { FastifyRequest } from 'fastify';
import type { AnswerCopy } from '../../../metrics/metrics.ts';

/** What is noted of a request while it is answered, for its line in the log and for the metrics. */
export interface RequestFacts {
  /** The name of the GraphQL operation. */
  operation?: string;
  copy?: AnswerCopy;
}

const facts = new WeakMap<FastifyRequest, RequestFacts>();

/** The facts of a request, to be read and added to. */
export function factsOf(request: FastifyRequest): RequestFacts {
  const known = facts.get(request);
  if (known !== undefined) return known;
  const none: RequestFacts = {};
  facts.set(request, none);
  return none;
}
