import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvents, saveChange } from './stored-events.ts';

let rest: RestClient;
let reads: number;

const open = (responseCacheBytes: number): Promise<RestClient> =>
  openRest({ responseCacheBytes }, (timeline) => ({
    asJson: (shape) => {
      reads += 1;
      return timeline.asJson(shape);
    },
  }));

beforeEach(async () => {
  reads = 0;
  rest = await open(1_000_000);
  await saveChange(rest.store, { events: dayEvents(3) });
});

afterEach(() => rest.close());

/** Asks twice; says how often the store was read, and whether the answers were alike. */
async function askTwice(url: string, headers = {}) {
  const first = await rest.request(url, { headers });
  const second = await rest.request(url, { headers });
  const { 'x-request-id': _first, ...one } = first.headers;
  const { 'x-request-id': _second, ...other } = second.headers;
  expect([second.statusCode, second.body, other]).toEqual([first.statusCode, first.body, one]);
  return reads;
}

test('an answer that was given is given again from memory, with all its headers', async () => {
  expect(await askTwice('/v1/events?limit=2')).toBe(1);
});

test('so is a page', async () => {
  expect(await askTwice('/?from=2020-01-01')).toBe(1);
});

test('it is forgotten when the timeline changes', async () => {
  await askTwice('/v1/events');
  await saveChange(rest.store, { events: dayEvents(4) });
  expect(await rest.get('/v1/events')).toMatchObject({ events: { length: 4 } });
});

test('a compressed answer is made of the same one', async () => {
  await rest.request('/v1/events');
  const { headers } = await rest.request('/v1/events', { headers: { 'accept-encoding': 'br' } });
  expect([headers['content-encoding'], reads]).toEqual(['br', 1]);
});

test.each([
  ['those who say who they are', { authorization: 'Bearer nobody' }],
  ['another host', { host: 'other.example' }],
])('it is not for %s', async (_, headers) => {
  await rest.request('/v1/events');
  await rest.request('/v1/events', { headers });
  expect(reads).toBe(2);
});

test('nothing is kept beyond the bytes that are allowed, and nothing at all where they are 0', async () => {
  for (const bytes of [1000, 0]) {
    const small = await open(bytes);
    await saveChange(small.store, { events: dayEvents(3) });
    reads = 0;
    await small.request('/v1/events');
    await small.request('/v1/events');
    expect(reads).toBe(2);
    await small.close();
  }
});
