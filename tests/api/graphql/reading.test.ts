import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellTwice } from '../../support/told-twice.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';

let client: GraphqlClient;
let articles: readonly string[];

beforeAll(async () => {
  client = await openGraphql();
  articles = await tellTwice(client.timeline);
});

afterAll(() => client.close());

test('an event leads to those around it', async () => {
  const { data } = await client.ask(`{
    events(filter: { place: ["Brussels"] }) { edges { node {
      around(after: 1) { before { date { edtf } } after { date { edtf } } }
      planned: around(filter: { modality: [ASSERTED] }) { after { id } }
    } } }
  }`);
  expect(data).toEqual({
    events: {
      edges: [
        {
          node: {
            around: { before: [{ date: { edtf: '2021-12-01' } }], after: [{ date: { edtf: '2022-01' } }] },
            planned: { after: [] },
          },
        },
      ],
    },
  });
});

test('gaps name what could lie in them', async () => {
  const { data } = await client.ask(`{
    gaps(first: 1, filter: { from: "2021-12-01", to: "2022-01-15" }) {
      from to days possibleCount possible { date { edtf } }
    }
  }`);
  expect(data).toEqual({
    gaps: [
      {
        from: '2021-12-05',
        to: '2022-01-15',
        days: 42,
        possibleCount: 1,
        possible: [{ date: { edtf: '2022-01' } }],
      },
    ],
  });
});

test('two articles are compared event by event', async () => {
  const { data } = await client.ask(
    `query ($articles: [ID!]!) { compare(articles: $articles) {
      first { publisher } second { publisher }
      shared { event { sourceCount } first { quote { exact } event { date { edtf } } } second { timex { text } } conflicts { field } }
      conflicting { event { id } } onlyInFirst { event { date { edtf } } } onlyInSecond { event { modality } }
    } }`,
    { articles },
  );
  expect(data).toEqual({
    compare: {
      first: { publisher: 'Evening Sample' },
      second: { publisher: 'Morning Sample' },
      shared: [
        {
          event: { sourceCount: 2 },
          first: [
            {
              quote: { exact: 'NATO ministers met in Brussels on the weekend.' },
              event: { date: { edtf: '2021-12-04' } },
            },
          ],
          second: [{ timex: { text: '4 December 2021' } }],
          conflicts: [],
        },
      ],
      conflicting: [],
      onlyInFirst: [{ event: { date: { edtf: '2021-12-01' } } }],
      onlyInSecond: [{ event: { modality: 'PLANNED' } }],
    },
  });
});

test.each([
  ['{ compare(articles: ["art_a"]) { first { id } } }', 'BAD_FILTER'],
  ['{ compare(articles: ["art_a", "art_b"]) { first { id } } }', 'NOT_FOUND'],
  ['{ gaps(first: 101) { days } }', 'BAD_PAGE'],
  ['{ gaps(filter: { match: STARTS, from: "2021-12-01" }) { days } }', 'BAD_FILTER'],
  ['{ events { edges { node { around(before: 101) { before { id } } } } } }', 'BAD_PAGE'],
  [
    '{ events(first: 100) { edges { node { around(before: 100, after: 100) { before { id } after { id } } } } } }',
    'LIMIT_EXCEEDED',
  ],
])('%s is refused', async (query, code) => {
  expect((await client.ask(query)).errors?.[0]?.extensions?.['code']).toBe(code);
});
