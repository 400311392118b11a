import { acceptedTypes } from '../../http/negotiation.ts';

/** The media type of GraphQL over HTTP, under which a refused query has a status of its own. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** With the charset, which a client may name too. */
const OFFERED = ['application/json', GRAPHQL_RESPONSE].map((type) => `${type}; charset=utf-8`);

/**
 * The media type for a client that sends this `Accept` header (RFC 9110, section 12.5.1): GraphQL's own where the header
 * names it and does not rank it below plain JSON.
 */
export function responseMediaType(accept: string | undefined): typeof GRAPHQL_RESPONSE | 'application/json' {
  if (accept === undefined) return 'application/json';
  // The order of ranges means nothing in HTTP, but decides here between equal weights: both orders are tried.
  const ranges = accept.split(',');
  return [ranges, ranges.toReversed()].some(isGraphqlFavourite) ? GRAPHQL_RESPONSE : 'application/json';
}

const isGraphqlFavourite = (ranges: readonly string[]): boolean =>
  acceptedTypes(ranges.join(','), OFFERED)[0] === OFFERED[1];
