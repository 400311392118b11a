import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnswerCopy } from '../../../metrics/metrics.ts';

/** Notes on a request, for its line in the log, the metrics and its client's limit. */
export interface RequestFacts {
  /** The name of the GraphQL operation; null for anything else. */
  operation: string | null;
  /** In entries (docs/graphql.md, "Cost"); 0 where nothing was read for the answer. */
  price: number;
  copy: AnswerCopy;
  /** Whether the answer has been sent whole. */
  isSent: boolean;
}

/** A property of requests. Maps that hold requests weakly would cost the garbage collector more than the notes. */
const FACTS = 'facts';

/** To be called before any route is added. */
export function noteFacts(app: FastifyInstance): void {
  app.decorateRequest(FACTS, null);
}

/** The facts of a request, to be read and added to. */
export function factsOf(request: FastifyRequest): RequestFacts {
  const known = request.getDecorator<RequestFacts | null>(FACTS);
  if (known !== null) return known;
  const none: RequestFacts = { operation: null, price: 0, copy: 'NONE', isSent: false };
  request.setDecorator(FACTS, none);
  return none;
}
