import type { FastifyReply, FastifyRequest } from 'fastify';
import { urlOf } from '../../formats/event/addresses.ts';
import type { Clock } from '../../timeline/clock.ts';
import { CACHE_CONTROL, entityTagOf } from '../http/caching/entity-tag.ts';
import { REVISION_HEADER } from '../http/caching/seen-revision.ts';
import { matchingTag } from '../http/compression/coded-tag.ts';
import type { RestApp, RestParts } from './rest-app.ts';

/**
 * Answers conditional GET and HEAD requests of a scope before their query runs (RFC 9110, section 13.1.2), and answers
 * others from the response cache where it can. The revision is read before the data, so a change in between makes a client
 * ask again too early, never too late.
 */
export function answerConditionally(app: RestApp, parts: RestParts): void {
  app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      reply.header('cache-control', 'no-store');
      return undefined;
    }
    const clock = clockOf(parts, request);
    const revision = await parts.timeline.readRevision();
    const tag = await entityTag(parts, { revision, today: clock?.today }, request);
    const cacheControl = clock === undefined ? CACHE_CONTROL : `public, max-age=${clock.secondsToMidnight}`;
    reply.headers({ etag: tag, 'cache-control': cacheControl, [REVISION_HEADER]: revision });
    const { 'if-none-match': known, 'accept-encoding': encodings } = request.headers;
    const match = matchingTag(tag, known, encodings);
    if (match !== undefined) return reply.code(304).header('etag', match).send();
    return parts.responseCache?.send(request, reply, { tag, revision });
  });
}

/** The clock of an answer about today, in the time zone of the request; the `config` of such a route says so. */
function clockOf({ timeline }: RestParts, { routeOptions, query }: FastifyRequest): Clock | undefined {
  if (!('untilMidnight' in routeOptions.config)) return undefined;
  const asked = typeof query === 'object' && query !== null && 'tz' in query ? query.tz : undefined;
  return timeline.readClock(typeof asked === 'string' ? asked : undefined);
}

/** Stands for everything that an answer depends on: request, data set, settings and files. */
async function entityTag(
  parts: RestParts,
  { revision, today }: { readonly revision: number; readonly today: unknown },
  request: FastifyRequest,
): Promise<string> {
  const { version, ruleSet, record, defaultAnchor, articleText, embedOrigins, originOf } = parts;
  const { routeOptions, params, query } = request;
  const settings = [version, ruleSet, record, defaultAnchor, articleText, embedOrigins, originOf(request)];
  const selection = urlOf(routeOptions.url ?? '', query ?? {});
  return entityTagOf(revision, [...settings, today, params, selection, await placesOf(parts, request)]);
}

/** Where the places lie, for maps: a user's own names can move them while the data set stays. */
async function placesOf({ gazetteer }: RestParts, { params }: FastifyRequest): Promise<unknown> {
  const isMap =
    typeof params === 'object' && params !== null && 'format' in params && params.format === 'geojson';
  if (!isMap) return null;
  const { source, coordinates } = await gazetteer();
  return [source, [...coordinates]];
}
