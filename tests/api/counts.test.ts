import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';
import { dayEvent, saveChange } from './rest/stored-events.ts';

let rest: RestClient;
let graphql: GraphqlClient;

const EVENTS = [
  dayEvent('first', '2021-12-20', { type: 'THREATEN' }),
  dayEvent('second', '2021-12-21', { title: 'A treaty is signed' }),
  dayEvent('third', '2022-02-01'),
];

beforeAll(async () => {
  [rest, graphql] = await Promise.all([openRest(), openGraphql()]);
  for (const { store } of [rest, graphql]) await saveChange(store, { events: EVENTS });
});
afterAll(() => Promise.all([rest.close(), graphql.close()]));

const FACETS = [
  {
    facet: 'type',
    values: [
      { value: 'STATEMENT', name: 'STATEMENT', count: 1, href: '/v1/events?date=2021-12&type=STATEMENT' },
      { value: 'THREATEN', name: 'THREATEN', count: 1, href: '/v1/events?date=2021-12&type=THREATEN' },
    ],
  },
];

const BUCKETS = [
  {
    period: '2021-W51',
    from: '2021-12-20',
    to: '2021-12-26',
    certain: 2,
    possible: 0,
    href: '/v1/events?actor=Russia&from=2021-12-20&to=2021-12-26',
  },
];

describe('facets', () => {
  test('come from REST with the way to the events of each value', async () => {
    expect(await rest.get('/v1/facets?date=2021-12&type=THREATEN&facet=type')).toEqual({ facets: FACETS });
    const { href } = FACETS[0]?.values[0] ?? { href: '' };
    expect(await rest.get(href)).toMatchObject({ events: [{ id: 'evt_second' }] });
  });

  test('come from GraphQL alike', async () => {
    const query = `{ facets(filter: { date: "2021-12", type: [THREATEN] }, facets: [type]) {
      facet values { value name count href } } }`;
    expect(await graphql.ask(query)).toEqual({ data: { facets: FACETS } });
  });

  test('of a filter within a filter have no URL', async () => {
    const query =
      '{ facets(filter: { not: { type: [AID] } }, facets: [type], size: 1) { values { count href } } }';
    expect(await graphql.ask(query)).toEqual({ data: { facets: [{ values: [{ count: 2, href: null }] }] } });
  });
});

describe('a histogram', () => {
  test('comes from REST with the way to the events of each period', async () => {
    expect(await rest.get('/v1/histogram?by=WEEK&date=2021-12-20/2021-12-26&actor=Russia')).toEqual({
      by: 'WEEK',
      buckets: BUCKETS,
    });
    expect(await rest.get(BUCKETS[0]?.href ?? '')).toMatchObject({
      events: [{ id: 'evt_first' }, { id: 'evt_second' }],
    });
  });

  test('comes from GraphQL alike, by month where nothing is said', async () => {
    const week = `{ histogram(by: WEEK, filter: { date: "2021-12-20/2021-12-26", actor: "Russia" }) {
      by buckets { period from to certain possible href } } }`;
    expect(await graphql.ask(week)).toEqual({ data: { histogram: { by: 'WEEK', buckets: BUCKETS } } });
    const month = '{ histogram { by buckets { period certain } } }';
    expect(await graphql.ask(month)).toEqual({
      data: {
        histogram: {
          by: 'MONTH',
          buckets: [
            { period: '2021-12', certain: 2 },
            { period: '2022-01', certain: 0 },
            { period: '2022-02', certain: 1 },
          ],
        },
      },
    });
  });

  test('of too many periods is refused by the parameter that asks for them', async () => {
    expect(await rest.get('/v1/histogram?by=DAY&from=2000-01-01&to=2021-12-31')).toMatchObject({
      code: 'BAD_FILTER',
      errors: [{ parameter: 'by' }],
    });
  });
});

describe('by relevance', () => {
  test('REST and GraphQL list what matches a text best', async () => {
    expect(await rest.get('/v1/events?order=relevance&text=treaty')).toMatchObject({
      events: [{ id: 'evt_second' }],
    });
    const query =
      '{ events(orderBy: RELEVANCE, filter: { text: "treaty" }) { edges { node { id } } totalCount } }';
    expect(await graphql.ask(query)).toEqual({
      data: { events: { edges: [{ node: { id: 'evt_second' } }], totalCount: 1 } },
    });
  });

  test('a list without a text is refused', async () => {
    expect(await rest.get('/v1/events?order=relevance')).toMatchObject({
      code: 'BAD_FILTER',
      errors: [{ parameter: 'text' }],
    });
  });
});

test('filters within filters are refused beyond depth 3', async () => {
  const nested = (depth: number): string => (depth === 0 ? '' : `not: { ${nested(depth - 1)} }`);
  const errors = async (depth: number) =>
    (await graphql.ask(`{ events(filter: { ${nested(depth)} }) { totalCount } }`)).errors;
  expect(await errors(2)).toBeUndefined();
  expect(await errors(3)).toMatchObject([
    { message: 'filters nest deeper than 3', extensions: { code: 'BAD_FILTER' } },
  ]);
});
