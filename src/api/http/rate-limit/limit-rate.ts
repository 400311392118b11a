import type { FastifyInstance } from 'fastify';
import type { ClientKeyOf } from './client-key.ts';
import type { TakeRequest } from './rate-limit.ts';
import { TooManyRequests } from './too-many-requests.ts';

/** The operator's own checks, which are never refused. */
const UNCOUNTED: readonly (string | undefined)[] = ['/healthz', '/readyz'];

/** Refuses a request beyond its client's limit before anything is read for it. To be called before any route is added. */
export function limitRate(app: FastifyInstance, take: TakeRequest, clientKeyOf: ClientKeyOf): void {
  app.addHook('onRequest', async (request, reply) => {
    if (UNCOUNTED.includes(request.routeOptions.url)) return;
    const { isGranted, headers } = await take(clientKeyOf(request.raw));
    if (!isGranted) throw new TooManyRequests(headers);
    reply.headers(headers);
  });
}
