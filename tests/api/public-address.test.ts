import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPrefix } from '../../src/formats/event/addresses.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';
import { dayEvents, saveChange } from './rest/stored-events.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest({ publicOrigin: 'https://site.example/news/timeline' });
  await saveChange(rest.store, { events: dayEvents(3) });
});
afterAll(() => rest.close());

const PREFIX = '/news/timeline';
const inject = (url: string, headers: Record<string, string> = {}) => rest.app.inject({ url, headers });

/** A path is read under the prefix, as a proxy passes it on that does not cut the prefix off. */
const read = async (path: string) => (await inject(`${PREFIX}${path}`)).json();

describe('with a path in the public origin', () => {
  test.each([
    '/v1/events?limit=2',
    '/v1/events.atom',
    '/v1/timeline.json?limit=1',
    '/v1/facets',
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/docs/json',
    '/docs/static/swagger-initializer.js',
    '/graphiql',
    '/graphiql/start.js',
    '/graphql?query=%7Btimeline%7BeventCount%7D%7D',
    '/',
    '/about',
    '/embed.js',
    '/nowhere',
  ])('%s is answered alike with and without it', async (path) => {
    const [cut, passed] = [await inject(path), await inject(`${PREFIX}${path}`)];
    expect([passed.statusCode, passed.headers['etag'], passed.body]).toEqual([
      cut.statusCode,
      cut.headers['etag'],
      cut.body,
    ]);
  });

  test('the path alone is the first page, and another path that begins alike is not', async () => {
    const html = { accept: 'text/html' };
    expect((await inject(PREFIX, html)).statusCode).toBe(200);
    expect((await inject(`${PREFIX}?order=-date`, html)).statusCode).toBe(200);
    expect((await inject(`${PREFIX}s`, html)).statusCode).toBe(404);
    expect((await inject(`${PREFIX}${PREFIX}`, html)).statusCode).toBe(404);
  });

  test('links of headers, lists, counts and documents begin with it', async () => {
    const { headers } = await inject('/v1/events?limit=1');
    const targets = [...String(headers['link']).matchAll(/<([^>]*)>/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.filter((target) => !target.startsWith(`${PREFIX}/`))).toEqual([]);
    expect((await read('/v1/timeline.json?limit=1')).next).toMatch(/^\/news\/timeline\/v1\/timeline\.json\?/);
    expect((await read('/v1/facets?facet=type')).facets[0].values[0].href).toBe(
      `${PREFIX}/v1/events?type=STATEMENT`,
    );
    expect((await read('/v1/histogram?by=YEAR')).buckets[0].href).toMatch(/^\/news\/timeline\/v1\/events\?/);
    expect((await read('/openapi.json')).servers).toEqual([{ url: PREFIX }]);
    expect((await read('/docs/json')).servers).toEqual([{ url: PREFIX }]);
  });

  test('GraphQL links and cites with it', async () => {
    const query =
      '{ facets(facets: [type]) { values { href } } events(first: 1) { edges { node { cite } } } }';
    const { data } = await read(`/graphql?query=${encodeURIComponent(query)}`);
    expect(data.facets[0].values[0].href).toBe(`${PREFIX}/v1/events?type=STATEMENT`);
    expect(data.events.edges[0].node.cite).toContain(`https://site.example${PREFIX}/events/evt_`);
  });

  test('feeds, exports and citations have whole addresses with it; the ids in them do not name a host', async () => {
    const feed = (await inject('/v1/events.atom?limit=1')).body;
    expect(feed).toContain(`href="https://site.example${PREFIX}/events/evt_`);
    expect(feed).toContain('<id>urn:dateline:evt_');
    const calendar = (await inject('/v1/events.ics?limit=1')).body.replaceAll('\r\n ', '');
    expect(calendar).toContain(`URL:https://site.example${PREFIX}/events/evt_`);
    expect(calendar).toMatch(/UID:evt_[\w-]+@dateline\r\n/);
  });

  test('a problem names its page and the address that was asked', async () => {
    expect(await read('/v1/events/evt_nobody?fields=id')).toMatchObject({
      type: `${PREFIX}/problems/NOT_FOUND`,
      instance: `${PREFIX}/v1/events/evt_nobody?fields=id`,
    });
  });

  test('a redirect leads below it', async () => {
    const { statusCode, headers } = await inject('/events/evt_1.json');
    expect([statusCode, headers['location']]).toEqual([302, `${PREFIX}/v1/events/evt_1`]);
    expect((await inject(`${PREFIX}/graphql`, { accept: 'text/html' })).headers['location']).toBe('graphiql');
  });
});

describe('X-Forwarded-Prefix', () => {
  const linkOf = async (parts: Parameters<typeof openRest>[0], prefix: string, path = '/v1/events') => {
    const other = await openRest({ responseCacheBytes: 1_000_000, ...parts });
    const { headers } = await other.app.inject({ url: path, headers: { 'x-forwarded-prefix': prefix } });
    await other.close();
    return /<([^>]*)>; rel="first"/.exec(String(headers['link']))?.[1]?.replace('?limit=20', '');
  };

  test.each([
    ['of a trusted proxy that cuts it off', '/v1/events'],
    ['of a trusted proxy that passes it on', '/timeline/v1/events'],
  ])('%s is written before links', async (_, path) => {
    expect(await linkOf({ trustProxy: ['127.0.0.1'] }, '/timeline/', path)).toBe('/timeline/v1/events');
  });

  test('of any other peer is not believed', async () => {
    expect(await linkOf({}, '/timeline')).toBe('/v1/events');
    expect(await linkOf({ trustProxy: ['192.0.2.1'] }, '/timeline')).toBe('/v1/events');
  });

  test('does not change a path that the public origin names', async () => {
    const publicOrigin = 'https://site.example/news';
    expect(await linkOf({ publicOrigin, trustProxy: ['127.0.0.1'] }, '/timeline')).toBe('/news/v1/events');
  });

  test('stands in entity tags and kept answers, so that no reader gets the links of another', async () => {
    const other = await openRest({ trustProxy: ['127.0.0.1'], responseCacheBytes: 1_000_000 });
    const answer = async (prefix: string) =>
      other.app.inject({ url: '/v1/facets', headers: { 'x-forwarded-prefix': prefix } });
    const [one, two, again] = [await answer('/one'), await answer('/two'), await answer('/one')];
    await other.close();
    expect(one.headers['etag']).not.toBe(two.headers['etag']);
    expect(String(two.headers['link'])).toContain('</two/openapi.json>');
    expect(String(again.headers['link'])).toContain('</one/openapi.json>');
  });

  test.each(['/timeline', '/a/b-c/d.e', '/~x'])('%s is a prefix', (text) => {
    expect(isPrefix(text)).toBe(true);
  });

  test.each([
    '',
    '/',
    'timeline',
    '//evil.example',
    '/a//b',
    '/a/../b',
    '/.',
    '/a?b',
    '/a%2Fb',
    '/a"b',
    '/a\r\nb',
  ])('%j is no prefix', (text) => {
    expect(isPrefix(text)).toBe(false);
  });
});
