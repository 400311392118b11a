import type { FastifyInstance } from 'fastify';
import { factsOf } from '../logging/request-facts.ts';
import type { RequestLimit } from './rate-limit.ts';

/** The operator's own checks, which are never refused. */
const UNCOUNTED: readonly (string | undefined)[] = ['/healthz', '/readyz'];

/**
 * Refuses a request beyond its client's limit before anything is read for it, and charges a dear request once its answer is
 * made. To be called before any route is added.
 */
export function limitRate(app: FastifyInstance, limit: RequestLimit): void {
  app.addHook('onRequest', (request, reply, done) => {
    const allowance = UNCOUNTED.includes(request.raw.url) ? undefined : limit.take(request.raw);
    if (allowance === undefined) return done();
    allowance.then(({ refusal, headers }) => {
      if (refusal === undefined) reply.headers(headers);
      done(refusal);
    }, done);
  });
  app.addHook('onSend', (request, _reply, payload, done) => {
    limit.charge(request.raw, factsOf(request).price);
    done(null, payload);
  });
}
