import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Timeline } from '../../../src/timeline/timeline.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { saveAccounts } from './stored-accounts.ts';

let client: GraphqlClient;
let reads: string[] = [];

/** The real methods, each leaving its name behind. */
const counted = (timeline: Timeline): Partial<Timeline> => ({
  listEvents: (query) => noted('listEvents', timeline.listEvents(query)),
  countEvents: (filter) => noted('countEvents', timeline.countEvents(filter)),
  getEvents: (ids) => noted('getEvents', timeline.getEvents(ids)),
  getArticleRecord: (id) => noted(`getArticleRecord ${id}`, timeline.getArticleRecord(id)),
  getActor: (id) => noted(`getActor ${id}`, timeline.getActor(id)),
});

function noted<Value>(name: string, value: Value): Value {
  reads.push(name);
  return value;
}

beforeAll(async () => {
  client = await openGraphql({ laidOver: counted });
  await saveAccounts(client.store);
});

beforeEach(() => {
  reads = [];
});

afterAll(() => client.close());

const eventsWith = (fields: string): string => `{ events { edges { node { ${fields} } } } }`;

test.each([
  [
    'events with their accounts and the names of their articles and actors are one read',
    eventsWith(
      'actors { id name } places { name } mentions { event { title } article { title publisher file } }',
    ),
    ['listEvents'],
  ],
  [
    'what else is asked of an article is read once for each article, not for each account',
    eventsWith('mentions { article { language anchor { basis } eventCount } }'),
    ['listEvents', 'getArticleRecord art_first', 'getArticleRecord art_second'],
  ],
  [
    'what else is asked of an actor is read once for each actor',
    eventsWith('actors { aliases eventCount } mentions { actors { aliases } }'),
    ['listEvents', 'getActor act_russia'],
  ],
  [
    'the total count is counted only when asked for',
    '{ events { totalCount } }',
    ['listEvents', 'countEvents'],
  ],
  [
    'the events among many nodes are read at once',
    '{ nodes(ids: ["evt_vote", "act_russia", "evt_fair"]) { id } }',
    ['getEvents', 'getActor act_russia'],
  ],
])('%s', async (_, query, expected) => {
  const { errors } = await client.ask(query);
  expect(errors).toBeUndefined();
  expect(reads.toSorted()).toEqual(expected.toSorted());
});
