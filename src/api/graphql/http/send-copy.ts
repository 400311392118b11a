import type { FastifyReply, FastifyRequest } from 'fastify';
import { matchingTag } from '../../http/compression/coded-tag.ts';
import { addVary } from '../../http/vary.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import { queryValidator } from './query-validator.ts';

/**
 * Answers a query by GET, before it runs, with the copy that its sender has (304) or with one that is at hand; says whether
 * it did. Where the query has to run, its answer carries the validator, unless it has errors.
 */
export async function sendCopy(
  parts: GraphqlParts,
  request: FastifyRequest,
  reply: FastifyReply,
  graphqlRequest: GraphqlRequest,
): Promise<boolean> {
  const validator = await queryValidator(parts, request, graphqlRequest);
  if (validator === undefined) return false;
  const { tag, cacheControl } = validator;
  addVary(reply, 'Accept');
  reply.headers({ etag: tag, 'cache-control': cacheControl });
  const { 'if-none-match': known, 'accept-encoding': encodings } = request.headers;
  const match = matchingTag(tag, known, encodings);
  if (match !== undefined) {
    reply.code(304).header('etag', match).send();
    return true;
  }
  return parts.responseCache?.send(request, reply, validator) !== undefined;
}
