import type { FastifyRequest } from 'fastify';
import { stripIgnoredCharacters } from 'graphql';
import { CACHE_CONTROL, entityTagOf } from '../../http/caching/entity-tag.ts';
import { originOf } from '../../http/urls.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import { responseMediaType } from './response-media-type.ts';

/** By what a copy of an answer is known, and how long it may be used. */
export interface QueryValidator {
  readonly tag: string;
  readonly cacheControl: string;
  /** Of the data set, read before the data itself. */
  readonly revision: number;
}

/** Fields whose answer changes with the day: in some zone of the world a day ends every quarter of an hour. */
export const OF_TODAY = /\b(onThisDate|yearsAgo|cite)\b/;
const QUARTER_SECONDS = 900;

/**
 * The validator of an answer to a query by GET: it stands for the data set's revision, the query without the characters
 * that mean nothing, its variables, and all else that the answer is a function of. Undefined for what is no answer for
 * everybody: where the sender authorizes itself, and for a text that is no GraphQL.
 */
export async function queryValidator(
  { timeline, version, name, articleText, publicOrigin }: GraphqlParts,
  request: FastifyRequest,
  { query, operationName, variables }: GraphqlRequest,
): Promise<QueryValidator | undefined> {
  if (request.method !== 'GET' || request.headers.authorization !== undefined) return undefined;
  const normal = normalized(query);
  if (normal === undefined) return undefined;
  const revision = await timeline.readRevision();
  const { today, secondsToMidnight } = timeline.readClock();
  const quarter = OF_TODAY.test(normal) ? [today, Math.ceil(secondsToMidnight / QUARTER_SECONDS)] : null;
  const setting = [version, name, articleText, publicOrigin ?? originOf(request)];
  const question = [
    normal,
    operationName,
    sortedFields(variables),
    responseMediaType(request.headers.accept),
  ];
  return {
    tag: entityTagOf([...setting, revision, quarter, ...question]),
    cacheControl:
      quarter === null
        ? CACHE_CONTROL
        : `public, max-age=${secondsToMidnight % QUARTER_SECONDS || QUARTER_SECONDS}`,
    revision,
  };
}

function normalized(query: string): string | undefined {
  try {
    return stripIgnoredCharacters(query);
  } catch {
    return undefined;
  }
}

/** The same in whatever order an object's fields are written. */
function sortedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { fields: fields.map(([name, field]) => [name, sortedFields(field)]) };
}
