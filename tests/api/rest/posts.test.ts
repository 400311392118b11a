import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvent, saveChange } from './stored-events.ts';

/** In the tests' timeline it is 2021-12-22, 09:30 in UTC. */
let rest: RestClient;

const [first, second, third] = [
  dayEvent('first', '1991-12-22'),
  dayEvent('second', '1871-12-22', { sourceCount: 4 }),
  dayEvent('third', '2020-12-22'),
];

beforeAll(async () => {
  rest = await openRest({ publicOrigin: 'https://timeline.example' });
  for (const event of [first, second, third]) await saveChange(rest.store, { events: [event] });
  await saveChange(rest.store, {
    events: [dayEvent('yesterday', '2020-12-21'), dayEvent('planned', '2020-12-22', { modality: 'PLANNED' })],
  });
});

afterAll(() => rest.close());

interface Posts {
  readonly month: number;
  readonly day: number;
  readonly today: string;
  readonly posts: readonly Readonly<Record<string, unknown>>[];
}

const posts = async (path: string): Promise<Posts> => (await rest.get(`/v1/on-this-date/${path}`)) as Posts;
const idsAt = async (path: string): Promise<readonly unknown[]> =>
  (await posts(path)).posts.map(({ postId }) => postId);

test('what may be posted today comes in the order in which it was first seen, with its rank', async () => {
  const { month, day, today, posts: entries } = await posts('today.posts.json');
  expect({ month, day, today }).toEqual({ month: 12, day: 22, today: '2021-12-22' });
  expect(entries.map(({ postId, rank, yearsAgo }) => [postId, rank, yearsAgo])).toEqual([
    ['evt_first-2021', 2, 30],
    ['evt_second-2021', 1, 150],
    ['evt_third-2021', 3, 1],
  ]);
  expect(entries[0]).toMatchObject({ link: 'https://timeline.example/events/evt_first', language: 'en' });
});

test('today is that of a time zone, and leads to the day’s own path', async () => {
  expect(await idsAt('today.posts.json?tz=Pacific/Pago_Pago')).toEqual(['evt_yesterday-2021']);
  const { headers } = await rest.request('/v1/on-this-date/today.posts.json');
  expect(headers['link']).toContain('</v1/on-this-date/12/22.posts.json>; rel="alternate"');
  expect(headers['cache-control']).toBe('public, max-age=52200');
});

test('any day may be asked for, at most so many entries', async () => {
  expect(await idsAt('12/21.posts.json')).toEqual(['evt_yesterday-2021']);
  expect(await idsAt('12/22.posts.json?limit=1')).toEqual(['evt_first-2021']);
  expect(await idsAt('12/23.posts.json')).toEqual([]);
});

test.each([
  ['after=evt_first-2021', ['evt_second-2021', 'evt_third-2021']],
  ['after=evt_second-2021', ['evt_third-2021']],
  ['after=evt_third-2021&after=evt_first-2021', []],
  ['after=evt_second-2020', ['evt_first-2021', 'evt_second-2021', 'evt_third-2021']],
  ['after=evt_yesterday-2021&after=evt_nobody-2021', ['evt_first-2021', 'evt_second-2021', 'evt_third-2021']],
])('%s leaves %j', async (query, left) => {
  expect(await idsAt(`today.posts.json?${query}`)).toEqual(left);
});

test('a post that was sent is not offered again when its event was edited or merged into another', async () => {
  const other = await openRest();
  for (const event of [first, second, third]) await saveChange(other.store, { events: [event] });
  await saveChange(other.store, { events: [{ ...second, title: 'Told otherwise' }] });
  await saveChange(other.store, { merged: [{ from: second.id, into: first.id }] });
  const read = async (query: string) =>
    ((await other.get(`/v1/on-this-date/today.posts.json${query}`)) as Posts).posts.map(
      ({ postId, absorbed }) => [postId, absorbed],
    );
  expect(await read('')).toEqual([
    ['evt_first-2021', ['evt_second-2021']],
    ['evt_third-2021', []],
  ]);
  expect(await read('?after=evt_second-2021')).toEqual([['evt_third-2021', []]]);
  await other.close();
});

test.each([
  ['today.posts.json?after=first', 'BAD_PARAMETER'],
  ['today.posts.json?limit=0', 'BAD_PARAMETER'],
  ['today.posts.json?tz=Nowhere', 'BAD_FILTER'],
  ['02/30.posts.json', 'BAD_FILTER'],
  ['today.posts.json?revision=1', 'UNKNOWN_PARAMETER'],
])('%s is refused: %s', async (path, code) => {
  const response = await rest.request(`/v1/on-this-date/${path}`);
  expect([response.statusCode, response.json().code]).toEqual([400, code]);
});
