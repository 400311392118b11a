import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../timeline/clock.ts';
import { CACHE_CONTROL, entityTagOf } from '../../http/caching/entity-tag.ts';
import { matchingTag } from '../../http/compression/coded-tag.ts';
import { urlOf } from '../../http/urls.ts';
import type { RestParts } from '../rest-app.ts';

/**
 * Answers a conditional GET or HEAD before the query runs (RFC 9110, section 13.1.2). The entity tag stands for the
 * data set's revision and everything else that the answer is a function of. It is read before the data, so that a
 * change in between makes a copy be asked for again too early, never too late. An answer that is at hand is sent at once.
 */
export function answerNotModified(parts: RestParts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      reply.header('cache-control', 'no-store');
      return undefined;
    }
    const clock = clockOf(parts, request);
    const revision = await parts.timeline.readRevision();
    const tag = entityTag(parts, [revision, clock?.today], request);
    const cacheControl = clock === undefined ? CACHE_CONTROL : `public, max-age=${clock.secondsToMidnight}`;
    reply.headers({ etag: tag, 'cache-control': cacheControl });
    const { 'if-none-match': known, 'accept-encoding': encodings } = request.headers;
    const match = matchingTag(tag, known, encodings);
    if (match !== undefined) return reply.code(304).header('etag', match).send();
    return parts.responseCache?.send(request, reply, { tag, revision });
  };
}

/** The clock of the time zone that an answer about today depends on; such a route is marked in its `config`. */
function clockOf({ timeline }: RestParts, { routeOptions, query }: FastifyRequest): Clock | undefined {
  if (!('untilMidnight' in routeOptions.config)) return undefined;
  const asked = typeof query === 'object' && query !== null && 'tz' in query ? query.tz : undefined;
  return timeline.readClock(typeof asked === 'string' ? asked : undefined);
}

function entityTag(
  { version, name, defaultAnchor, articleText, publicOrigin }: RestParts,
  state: readonly unknown[],
  { routeOptions, params, query }: FastifyRequest,
): string {
  const selection = urlOf(routeOptions.url ?? '', query ?? {});
  const setting = [version, name, defaultAnchor, articleText, publicOrigin];
  return entityTagOf([...setting, ...state, params, selection]);
}
