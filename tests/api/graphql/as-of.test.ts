import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestMeetingTwice } from '../../support/ingest-meeting-twice.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql();
  await ingestMeetingTwice(client.timeline);
});

afterAll(() => client.close());

test('events and their count are those known by a day', async () => {
  const { data } = await client.ask(
    `{ events(filter: { asOf: "2021-12-12" }, orderBy: DATE_DESC) {
      totalCount
      edges { node { date { edtf } mentions { article { publisher } } } }
    } }`,
  );
  expect(data).toEqual({
    events: {
      totalCount: 2,
      edges: [
        {
          node: {
            date: { edtf: '2021-12-04/2021-12-05' },
            mentions: [{ article: { publisher: 'Evening Sample' } }],
          },
        },
        { node: { date: { edtf: '2021-12-01' }, mentions: [{ article: { publisher: 'Evening Sample' } }] } },
      ],
    },
  });
});

test('one event and the events of a day of the year are those known by a day', async () => {
  const [meeting] = (await client.timeline.listEvents({ filter: { types: ['CONSULT'] }, first: 1 })).edges;
  const { data } = await client.ask(
    `query ($id: ID!) {
      earlier: event(id: $id, asOf: "2021-12-12") { date { edtf } }
      before: event(id: $id, asOf: "2021-12-05") { date { edtf } }
      unknown: onThisDate(month: 12, day: 4, asOf: "2021-12-12") { totalCount edges { node { id } } }
      known: onThisDate(month: 12, day: 4, asOf: "2021-12-13") { totalCount edges { node { id } } }
    }`,
    { id: meeting?.node.id },
  );
  expect(data).toEqual({
    earlier: { date: { edtf: '2021-12-04/2021-12-05' } },
    before: null,
    unknown: { totalCount: 0, edges: [] },
    known: { totalCount: 1, edges: [{ node: { id: meeting?.node.id } }] },
  });
});

test('two different pasts of one event are refused', async () => {
  const { errors } = await client.ask('{ event(id: "evt_x", revision: 1, asOf: "2021-12-12") { id } }');
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_FILTER');
});
