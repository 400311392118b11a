import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Metrics } from '../../../metrics/metrics.ts';
import { factsOf, noteFacts } from './request-facts.ts';
import { traceOf } from './request-id.ts';

/** An answer that takes longer is a warning. Streams of changes last as long as their readers want. */
const SLOW_MS = 1000;

/**
 * Logs one line for each answer. `req`, `res` and `responseTime` (in ms) are named as Fastify names them. The route is its
 * pattern. The GraphQL operation and the trace are left out where there is none. The answer is also measured for `metrics`.
 */
export function logAnswers(app: FastifyInstance, metrics: Metrics | undefined): void {
  noteFacts(app);
  app.addHook('onResponse', (request, reply, done) => {
    const { method, headers } = request;
    const { operation, price, copy } = factsOf(request);
    const route = request.routeOptions.url ?? null;
    const milliseconds = reply.elapsedTime;
    const isSlow = milliseconds > SLOW_MS && !isStreamOfChanges(reply);
    request.log[isSlow ? 'warn' : 'info'](
      {
        req: request,
        res: reply,
        route,
        operation,
        price,
        ...traceOf(headers),
        responseTime: milliseconds,
      },
      isSlow ? 'slow request completed' : 'request completed',
    );
    metrics?.answered({
      method,
      route,
      operation,
      status: reply.statusCode,
      seconds: milliseconds / 1000,
      copy: reply.statusCode === 304 ? 'NOT_MODIFIED' : copy,
    });
    done();
  });
}

const isStreamOfChanges = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-type')).startsWith('text/event-stream');
