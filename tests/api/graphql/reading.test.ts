import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestMeetingTwice } from '../../support/ingest-meeting-twice.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';

let client: GraphqlClient;
let articles: readonly string[];

beforeAll(async () => {
  client = await openGraphql();
  articles = await ingestMeetingTwice(client.timeline);
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
      shared { event { title } first { quote { exact } event { date { edtf } } } second { timex { text } } conflicts { field } }
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
          event: { title: 'NATO ministers met in Brussels' },
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

test('an event and a mention explain what they rest on', async () => {
  const fields = `
    mention { id event { title } } anchorBecause typeBecause
    time { outcome note readWith ruleSet countedFrom hangsOn
      resolution { text rule because alternatives { value because } reference { kind text } confidence } }
    actors { actor { name } role words { text start end } }
    joining { basis because threshold score { score date actors type wording } }`;
  const { data, errors } = await client.ask(`{
    events(filter: { place: ["Brussels"] }) { edges { node {
      explain(first: 1) { mentionCount mentions { ${fields} } }
      mentions { explain { ${fields} } }
    } } }
  }`);
  expect(errors).toBeUndefined();
  const { node } = (data as { events: { edges: { node: Explained }[] } }).events.edges[0] ?? {};
  expect(node?.explain.mentionCount).toBe(2);
  expect(node?.explain.mentions).toEqual([node?.mentions[0]?.explain]);
  expect(node?.mentions[0]?.explain).toMatchObject({
    mention: { event: { title: 'NATO ministers met in Brussels' } },
    anchorBecause: 'the day the article says it was published',
    time: {
      outcome: 'SAME',
      countedFrom: 'anchor',
      hangsOn: '“met”, whose subject is “NATO ministers”',
      resolution: { text: 'the weekend', reference: { kind: 'ANCHOR', text: null } },
    },
  });
});

test('an explanation names the words that stand for who takes part', async () => {
  const { data } = await client.ask(`{ events(filter: { actor: ["Joe Biden"] }) { edges { node {
    explain { mentions { actors { actor { name } role words { text start end } } } }
  } } } }`);
  const { node } = (data as { events: { edges: { node: Explained }[] } }).events.edges[0] ?? {};
  expect(node?.explain.mentions[0]).toMatchObject({
    actors: expect.arrayContaining([
      { actor: { name: 'Joe Biden' }, role: 'ACTOR', words: [{ text: 'Joe Biden', start: 51, end: 60 }] },
    ]),
  });
});

interface Explained {
  readonly explain: { readonly mentionCount: number; readonly mentions: readonly object[] };
  readonly mentions: readonly { readonly explain: object }[];
}

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
