import type { FastifyReply, FastifyRequest } from 'fastify';
import { stripIgnoredCharacters } from 'graphql';
import { CACHE_CONTROL, entityTagOf } from '../../http/caching/entity-tag.ts';
import { REVISION_HEADER } from '../../http/caching/seen-revision.ts';
import { matchingTag } from '../../http/compression/coded-tag.ts';
import { addVary } from '../../http/vary.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import { responseMediaType } from './response-media-type.ts';

/**
 * Answers a query by GET before it runs, with the copy that its sender has (304) or with a kept answer; says whether it
 * did. Where the query has to run, its answer carries the validator, unless it has errors.
 */
export async function sendCopy(
  parts: GraphqlParts,
  request: FastifyRequest,
  reply: FastifyReply,
  graphqlRequest: GraphqlRequest,
): Promise<boolean> {
  const validator = await queryValidator(parts, request, graphqlRequest);
  if (validator === undefined) return false;
  const { tag, cacheControl, revision } = validator;
  addVary(reply, 'Accept');
  reply.headers({ etag: tag, 'cache-control': cacheControl, [REVISION_HEADER]: revision });
  const { 'if-none-match': known, 'accept-encoding': encodings } = request.headers;
  const match = matchingTag(tag, known, encodings);
  if (match !== undefined) {
    reply.code(304).header('etag', match).send();
    return true;
  }
  return parts.responseCache?.send(request, reply, validator) !== undefined;
}

/** The tag of an answer, and how long a copy of it may be used. */
interface QueryValidator {
  readonly tag: string;
  readonly cacheControl: string;
  /** Of the data set, read before the data itself. */
  readonly revision: number;
}

/** Fields whose answer changes with the day. In some time zone a day ends every quarter of an hour. */
export const OF_TODAY = /\b(onThisDate|yearsAgo|cite)\b/;
const QUARTER_SECONDS = 900;

/**
 * The validator of an answer is a function of the data set's revision, the query without ignored characters, its variables
 * and the settings. Undefined where the sender authorizes itself, whose answer is not for all, and for a text that is no GraphQL.
 */
async function queryValidator(
  { timeline, version, record, articleText, originOf }: GraphqlParts,
  request: FastifyRequest,
  { query, operationName, variables }: GraphqlRequest,
): Promise<QueryValidator | undefined> {
  if (request.headers.authorization !== undefined) return undefined;
  const normal = normalized(query);
  if (normal === undefined) return undefined;
  const revision = await timeline.readRevision();
  const { today, secondsToMidnight } = timeline.readClock();
  const quarter = OF_TODAY.test(normal) ? [today, Math.ceil(secondsToMidnight / QUARTER_SECONDS)] : null;
  const setting = [version, record, articleText, originOf(request)];
  const question = [
    normal,
    operationName,
    sortedFields(variables),
    responseMediaType(request.headers.accept),
  ];
  return {
    tag: entityTagOf(revision, [...setting, quarter, ...question]),
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

/** Sorts the fields of objects, whose order means nothing. */
function sortedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { fields: fields.map(([name, field]) => [name, sortedFields(field)]) };
}
