import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_RECORD } from '../../../src/domain/timeline-record.ts';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvents, MOSCOW, saveChange } from './stored-events.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await saveChange(rest.store, { events: dayEvents(3) });
});

afterAll(() => rest.close());

async function tagOf(url: string): Promise<string> {
  return String((await rest.request(url)).headers['etag']);
}

const asked = (url: string, tag: string, method: 'GET' | 'HEAD' = 'GET') =>
  rest.request(url, { method, headers: { 'if-none-match': tag } });

test('an answer carries a strong entity tag and may be kept for a minute', async () => {
  const { headers } = await rest.request('/v1/events');
  expect(headers['etag']).toMatch(/^"1-[\w-]{27}"$/);
  expect(headers['dateline-revision']).toBe('1');
  expect(headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=300');
});

test.each([
  ['/v1/on-this-date', 52_200],
  ['/v1/on-this-date/12/21?tz=Pacific/Auckland', 5400],
])('%s may be kept until midnight of its zone, %i seconds from now', async (url, seconds) => {
  expect((await rest.request(url)).headers['cache-control']).toBe(`public, max-age=${seconds}`);
});

test('asking again with the tag is answered 304 without a body', async () => {
  const response = await asked('/v1/events', await tagOf('/v1/events'));
  expect([response.statusCode, response.body, response.headers['etag']]).toEqual([
    304,
    '',
    await tagOf('/v1/events'),
  ]);
});

test('a tag is found in a list, weak or strong', async () => {
  const tag = await tagOf('/v1/events');
  expect((await asked('/v1/events', `"other", W/${tag}`)).statusCode).toBe(304);
});

test('the same selection in another spelling has the same tag', async () => {
  expect(await tagOf('/v1/events?to=2021-01-01&from=2020-01-01')).toBe(
    await tagOf('/v1/events?from=2020-01-01&to=2021%2D01%2D01'),
  );
});

test.each(['/v1/events?limit=2', '/v1/timeline.json', '/v1/articles', '/'])(
  '%s has a tag of its own',
  async (url) => {
    expect(await tagOf(url)).not.toBe(await tagOf('/v1/events'));
  },
);

test('a new revision changes the tag', async () => {
  const before = await tagOf('/v1/actors');
  await saveChange(rest.store, { events: dayEvents(4) });
  expect((await asked('/v1/actors', before)).statusCode).toBe(200);
});

describe('what an answer follows from beside the data set is in its tag:', () => {
  const places = (latitude: number) => async () => ({
    source: 'test',
    coordinates: new Map([[MOSCOW.id, { latitude, longitude: 37.6 }]]),
  });
  const tagWith = async (url: string, parts: Parameters<typeof openRest>[0] = {}) => {
    const other = await openRest({ gazetteer: places(55), ...parts });
    const { headers } = await other.request(url);
    await other.close();
    return headers['etag'];
  };

  test.each<[string, string, Parameters<typeof openRest>[0]]>([
    ['the program', '/v1/events', { version: '0.0.1-test' }],
    ['the timeline’s name', '/v1/timeline.json', { record: { ...DEFAULT_RECORD, name: 'Another' } }],
    ['whether texts are served', '/v1/articles', { articleText: 'full' }],
    ['the public origin', '/v1/events.ics', { publicOrigin: 'https://timeline.example' }],
    ['where places lie', '/v1/events.geojson', { gazetteer: places(56) }],
    ['where places lie, of a day', '/v1/on-this-date/12/21.geojson', { gazetteer: places(56) }],
  ])('%s', async (_, url, parts) => {
    expect(await tagWith(url)).toBe(await tagWith(url));
    expect(await tagWith(url, parts)).not.toBe(await tagWith(url));
  });

  test('where places lie is in no tag but that of maps', async () => {
    expect(await tagWith('/v1/events.csv', { gazetteer: places(56) })).toBe(await tagWith('/v1/events.csv'));
  });

  test('the host that was asked, where no public origin is set', async () => {
    const { headers } = await rest.request('/v1/events.ics', { headers: { host: 'other.example' } });
    expect(headers['etag']).not.toBe(await tagOf('/v1/events.ics'));
  });
});

test('a bad query is refused whatever tag comes with it', async () => {
  expect((await asked('/v1/events?limit=0', '*')).statusCode).toBe(400);
});

test('HEAD has the headers of GET and no body', async () => {
  const got = await rest.request('/v1/events?limit=2');
  const head = await rest.request('/v1/events?limit=2', { method: 'HEAD' });
  const { date: _date, 'x-request-id': _id, ...headers } = head.headers;
  expect(got.headers).toMatchObject(headers);
  expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([
    200,
    '',
    String(got.rawPayload.length),
  ]);
});

test('HEAD can be conditional too', async () => {
  expect((await asked('/v1/events', await tagOf('/v1/events'), 'HEAD')).statusCode).toBe(304);
});
