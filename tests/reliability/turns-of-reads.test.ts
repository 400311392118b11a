import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventId } from '../../src/domain/event/ids.ts';
import { type GraphqlClient, openGraphql } from '../api/graphql/graphql-client.ts';
import { saveChange } from '../api/rest/stored-events.ts';
import { eventOfManyAccounts } from './event-of-many-accounts.ts';
import { RUNS, withLongestTurn } from './thread-cpu.ts';

/** The most that any answer may keep the event loop, in milliseconds of CPU time on an idle machine. */
const LIMIT = 250;

/** More words than any post has room for. */
const LONG_TITLE = Array.from({ length: 400 }, (_, n) => `word${n % 97}`).join(' ');

let manyAccounts: GraphqlClient;
let longTitles: GraphqlClient;

beforeAll(async () => {
  [manyAccounts, longTitles] = [await openGraphql(), await openGraphql()];
  const names = Array.from({ length: 200 }, (_, n) => `event-${n}`);
  await saveChange(manyAccounts.store, { events: names.map((name) => eventOfManyAccounts(name, 300)) });
  await saveChange(longTitles.store, {
    events: names.map((name) => ({
      ...eventOfManyAccounts(name, 1),
      id: eventId(`evt_${name}`),
      title: `${LONG_TITLE} ${name}`,
    })),
  });
});

afterAll(async () => {
  await manyAccounts.close();
  await longTitles.close();
});

/** The shortest of the longest turns of some answers: other programs slow single turns down. */
async function turnOf({ app }: GraphqlClient, url: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const { value, milliseconds } = await withLongestTurn(() => app.inject({ method: 'GET', url }));
    expect([url, value.statusCode]).toEqual([url, 200]);
    least = Math.min(least, milliseconds);
  }
  return least;
}

// 20 to 80 ms. It was 190 to 460 ms where a page had 200 events whatever their size.
test.each([
  '/v1/on-this-date/12/20.posts.json',
  '/v1/on-this-date/12/20.atom',
  '/v1/events.jsonld',
  // These events have no places: nothing is written before the last of them was read.
  '/v1/events.geojson',
])('%s of events of 300 accounts leaves the event loop turns', async (url) => {
  expect(await turnOf(manyAccounts, url)).toBeLessThan(LIMIT);
});

// 40 ms. It was 4,600 ms where each place to cut a title was tried in turn.
test('a hundred posts of events with long titles are cut within a turn', async () => {
  expect(await turnOf(longTitles, '/v1/on-this-date/12/20.posts.json')).toBeLessThan(LIMIT);
});
