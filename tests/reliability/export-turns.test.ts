import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GraphqlClient, openGraphql } from '../api/graphql/graphql-client.ts';
import { saveChange } from '../api/rest/stored-events.ts';
import { eventOfManyAccounts } from './event-of-many-accounts.ts';
import { longestTurn } from './thread-cpu.ts';

/** Events of so many accounts: a page of 200 took the event loop for 430 ms. */
const [EVENTS, ACCOUNTS] = [200, 300];

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql();
  const names = Array.from({ length: EVENTS }, (_, n) => `event-${n}`);
  await saveChange(client.store, { events: names.map((name) => eventOfManyAccounts(name, ACCOUNTS)) });
});

afterAll(() => client.close());

test.each([
  '/v1/events.jsonld',
  '/v1/events.ics',
  // These events have no places: nothing is written before the last of them was read.
  '/v1/events.geojson',
  '/v1/on-this-date/12/20.posts.json',
])('%s gives other requests a turn within the pages of long events', async (url) => {
  const { value, milliseconds } = await longestTurn(() => client.app.inject({ url }));
  expect(value.statusCode).toBe(200);
  // 9 to 81 ms, with the collection of garbage.
  expect(milliseconds).toBeLessThan(250);
});
