import type { FastifyRequest } from 'fastify';

/** Scheme and host that a request was sent to; a header that names no host or another scheme is not repeated. */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  const origin = `${protocol === 'https' ? 'https' : 'http'}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : 'http://localhost';
}

/** A path with its query, names in alphabetical order, so that one selection has one URL; a list repeats its name. */
export function urlOf(path: string, query: object): string {
  const pairs = Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => [value].flat().map((single): [string, string] => [name, String(single)]));
  const search = new URLSearchParams(pairs).toString();
  return search === '' ? path : `${path}?${search}`;
}
