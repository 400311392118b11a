import type { InjectOptions } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { pick, type Random } from '../bench/random.ts';
import { anyOperation } from './any-operation.ts';

const PATHS = [
  '/',
  '/v1/events',
  '/v1/events/evt_any-001',
  '/v1/events/evt_any-001/around',
  '/v1/events/evt_any-001/explain',
  '/v1/events.csv',
  '/v1/events.ics',
  '/v1/timeline.json',
  '/v1/facets',
  '/v1/histogram',
  '/v1/digest',
  '/v1/gaps',
  '/v1/changes',
  '/v1/audit',
  '/v1/articles',
  '/v1/actors',
  '/v1/compare',
  '/v1/on-this-date/12/21',
  '/v1/resolve',
  '/openapi.json',
  '/problems',
  '/nowhere',
  '/t/none/v1/events',
] as const;

const NAMES = ['from', 'to', 'match', 'actor', 'text', 'order', 'limit', 'after', 'asOf', 'by', 'x'] as const;
const VALUES = [
  '2021-12-21',
  '9999-12-31',
  'WITHIN',
  'date',
  '-1',
  '20',
  '%ff',
  '%00',
  '*',
  '"',
  'MONTH',
] as const;

const repeated = (count: number, open: string, inner: string, close: string): string =>
  `${open.repeat(count)}${inner}${close.repeat(count)}`;

const list = repeated(30_000, '[', '', ']');

/** Requests that once ended or stalled a server like this one. */
const ATTACKS: readonly [InjectOptions, ...InjectOptions[]] = [
  graphql('{events(first:3){edges{node{mentions{event{mentions{quote{exact} event{mentions{id}}}}}}}}}'),
  graphql(
    `{ nodes(ids: [${'"evt_many", '.repeat(100)}]) { ... on Event { cite yearsAgo(tz: "Asia/Tokyo") } } }`,
  ),
  graphql(
    '{ events(first: 5) { edges { node { explain(first: -100) { mentionCount } mentions { event { mentions { id } } } } } } }',
  ),
  graphql('{ gaps(first: 100) { possible { mentions { id } } } }'),
  graphql(`{ events(filter: ${repeated(400, '{not:', '{}', '}')}) { totalCount } }`),
  graphql(`{ events(filter: { actor: ${'['.repeat(1900)}`),
  graphql('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
  posted('/graphql', `{"query":"{__typename}","variables":{"a":${list}}}`),
  posted('/v1/resolve', `{"text":"on Tuesday","anchor":${list}}`),
  posted('/v1/resolve', `{"text":${JSON.stringify('Monday, '.repeat(5000))}}`),
  posted('/v1/resolve', '{"text":"on Tuesday","__proto__":{"anchor":"x"}}'),
  { method: 'GET', url: `/v1/events?${'actor=a&'.repeat(300)}` },
  { method: 'GET', url: `/v1/events/${'a'.repeat(5000)}` },
  { method: 'GET', url: '/v1/events/..%2f..%2fetc%2fpasswd' },
  { method: 'DELETE', url: '/v1/articles/art_none' },
];

function posted(url: string, payload: string): InjectOptions {
  return { method: 'POST', url, headers: { 'content-type': 'application/json' }, payload };
}

function graphql(query: string, variables: object = {}): InjectOptions {
  return posted('/graphql', JSON.stringify({ query, variables }));
}

/** A request out of a random generator: a query of GraphQL, one of REST, or an attack. */
export function anyRequest(schema: GraphQLSchema, random: Random): InjectOptions {
  const kind = random(100);
  if (kind < 5) return pick(random, ATTACKS);
  if (kind < 50) return graphql(anyOperation(schema, random));
  const search = Array.from({ length: random(4) }, () => `${pick(random, NAMES)}=${pick(random, VALUES)}`);
  return { method: 'GET', url: `${pick(random, PATHS)}?${search.join('&')}` };
}
