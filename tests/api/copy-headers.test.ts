import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRest, type RestClient } from './rest/rest-client.ts';
import { dayEvent, MOSCOW, saveChange } from './rest/stored-events.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest({ responseCacheBytes: 1_000_000 });
  await saveChange(rest.store, { events: [dayEvent('talks', '2021-12-21', { places: [MOSCOW] })] });
});
afterAll(() => rest.close());

const GRAPHQL = `/graphql?query=${encodeURIComponent('{ events(first: 1) { nodes: edges { cursor } } }')}`;

/** A route of every kind whose answers have entity tags. */
const TAGGED = [
  '/',
  '/v1/events',
  '/v1/events?fields=id',
  '/v1/events/evt_talks',
  '/v1/events/evt_talks/cite.txt',
  '/v1/events.csv',
  '/v1/events.ndjson',
  '/v1/events.geojson',
  '/v1/timeline.json',
  '/v1/articles/art_first',
  '/v1/histogram',
  '/v1/on-this-date/12/21',
  '/v1/on-this-date/12/21.posts.json',
  '/docs/static/swagger-ui.css',
  GRAPHQL,
];

/** And of every kind that has none. */
const UNTAGGED = [
  '/problems',
  '/problems/BAD_DATE',
  '/openapi.json',
  '/docs',
  '/graphiql',
  '/graphiql/start.js',
  '/healthz',
  '/v1/events/evt_nothing',
  '/nowhere',
];

async function ask(url: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await rest.app.inject({ url, headers });
  const { date: _date, 'x-request-id': id, ...others } = response.headers;
  expect(id).toMatch(/^[\w-]{36}$/);
  return { status: response.statusCode, body: response.body, headers: others };
}

const CODINGS = [{}, { 'accept-encoding': 'br' }];

describe.each(CODINGS)('asked with %j', (coding) => {
  test.each([...TAGGED, ...UNTAGGED])('the second answer has all headers of the first: %s', async (url) => {
    expect(await ask(url, coding)).toEqual(await ask(url, coding));
  });

  test.each(TAGGED)(
    'a 304 says nothing else than the copy, and what keeps the copy fresh: %s',
    async (url) => {
      const copy = await ask(url, coding);
      const tag = String(copy.headers.etag);
      const { status, body, headers } = await ask(url, { ...coding, 'if-none-match': tag });
      expect([copy.status, status, body]).toEqual([200, 304, '']);
      expect(copy.headers).toMatchObject(headers);
      for (const name of ['etag', 'cache-control', 'vary'])
        expect([name, headers[name]]).toEqual([name, copy.headers[name]]);
    },
  );
});

describe('any copy', () => {
  test.each(['GET', 'HEAD'] as const)(
    'If-None-Match: * is answered 304 to %s where there is an answer',
    async (method) => {
      for (const url of [...TAGGED, '/openapi.json', '/problems']) {
        const headers = { 'accept-encoding': 'br' };
        const copy = await rest.app.inject({ url, method, headers });
        const response = await rest.app.inject({
          url,
          method,
          headers: { ...headers, 'if-none-match': '*' },
        });
        expect([url, response.statusCode, response.body]).toEqual([url, 304, '']);
        expect([url, response.headers.etag]).toEqual([url, copy.headers.etag]);
        expect(response.headers['content-encoding']).toBeUndefined();
      }
    },
  );

  test.each([
    ['/v1/events/evt_nothing', 404],
    ['/v1/events?limit=0', 400],
    ['/nowhere', 404],
    ['/healthz', 200],
  ])('where there is none, or none that may be kept, * changes nothing: %s', async (url, status) => {
    const { body: _one, ...conditional } = await ask(url, { 'if-none-match': '*' });
    const { body: _other, ...without } = await ask(url);
    expect(conditional).toEqual(without);
    expect(conditional.status).toBe(status);
  });

  test('a POST is carried out whatever copy there is', async () => {
    const response = await rest.app.inject({
      method: 'POST',
      url: '/v1/resolve',
      headers: { 'if-none-match': '*' },
      payload: { text: 'on Tuesday' },
    });
    expect(response.statusCode).toBe(200);
  });
});
