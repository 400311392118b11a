import type { FastifyInstance } from 'fastify';
import { handedOver } from '../handed-over.ts';
import type { ClientKeyOf } from './client-key.ts';
import type { TakeRequest } from './rate-limit.ts';
import { TooManyRequests } from './too-many-requests.ts';

/** Whoever runs the server asks these as often as it likes. */
const UNCOUNTED: readonly (string | undefined)[] = ['/healthz', '/readyz'];

/** Refuses what a client asks beyond its limit before anything is read for it. To be called before any route is added. */
export function limitRate(app: FastifyInstance, take: TakeRequest, clientKeyOf: ClientKeyOf): void {
  app.addHook('onRequest', async (request, reply) => {
    if (UNCOUNTED.includes(request.routeOptions.url)) return;
    const counted = handedOver(request.raw)?.allowance;
    const { isGranted, headers } = counted ?? (await take(clientKeyOf(request.raw)));
    if (!isGranted) throw new TooManyRequests(headers);
    reply.headers(headers);
  });
}
