/** The media type of GraphQL over HTTP, under which a refused query has a status of its own. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/**
 * What a client that sends this `Accept` header is answered in (RFC 9110, section 12.5.1): GraphQL's own media type
 * where it is named and not ranked below plain JSON, which is the answer to everyone else.
 */
export function responseMediaType(accept: string | undefined): typeof GRAPHQL_RESPONSE | 'application/json' {
  if (accept === undefined) return 'application/json';
  const own = qualityOf(GRAPHQL_RESPONSE, accept);
  return own > 0 && own >= qualityOf('application/json', accept) ? GRAPHQL_RESPONSE : 'application/json';
}

/** The weight that a header gives a media type by name: 0 where it is not named, 1 where no weight is given. */
function qualityOf(mediaType: string, accept: string): number {
  for (const range of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    if (name !== mediaType) continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return quality === undefined ? 1 : Number(quality.slice(2)) || 0;
  }
  return 0;
}
