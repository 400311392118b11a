import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../src/api/app.ts';
import { FORMAT_NAMES } from '../../../src/formats/export/event-format-names.ts';
import { spanDate } from '../../store/build-event.ts';
import { openTestTimeline } from '../../support/open-test-timeline.ts';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvent, dayEvents, MOSCOW, saveChange, storedEvent } from './stored-events.ts';

const GAZETTEER = {
  source: 'a test',
  coordinates: new Map([[MOSCOW.id, { latitude: 55.76, longitude: 37.62 }]]),
};

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest({ publicOrigin: 'https://timeline.example', gazetteer: async () => GAZETTEER });
  await saveChange(rest.store, {
    events: [
      ...dayEvents(450),
      dayEvent('in-moscow', '2021-12-21', { places: [MOSCOW], type: 'THREATEN' }),
      storedEvent('since', spanDate('2014-01-01', null, 'OPEN', 'AFTER')),
    ],
  });
});

afterAll(() => rest.close());

const text = async (url: string): Promise<string> => (await rest.request(url)).body;
const idsIn = (body: string): readonly string[] => [...new Set(body.match(/evt_[\w-]+/g))];

/** All ids of the list, page by page. */
async function listed(query: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let url: string | undefined = `/v1/events?limit=100&${query}`; url !== undefined; ) {
    const response = await rest.request(url);
    ids.push(...response.json().events.map((event: { id: string }) => event.id));
    url = /<([^>]+)>; rel="next"/.exec(String(response.headers['link']))?.[1];
  }
  return ids;
}

describe('an export is the list, whole and in its order', () => {
  test.each(FORMAT_NAMES)('as .%s', async (format) => {
    for (const query of ['from=2020-03-01&to=2021-12-31', 'from=2020-03-01&to=2021-12-31&order=-date']) {
      const expected = await listed(`precision=DAY&${query}`);
      const kept = format === 'geojson' ? expected.filter((id) => id === 'evt_in-moscow') : expected;
      expect(idsIn(await text(`/v1/events.${format}?precision=DAY&${query}`))).toEqual(kept);
      if (format !== 'json')
        expect(idsIn(await text(`/v1/timeline.${format}?precision=DAY&${query}`))).toEqual(kept);
    }
  });

  test.each(['json', 'ndjson', 'csv'])(
    'and .%s ends after as many events as were asked for',
    async (format) => {
      const all = idsIn(await text(`/v1/events.${format}`));
      for (const limit of [1, 200, 201, 450])
        expect(idsIn(await text(`/v1/events.${format}?limit=${limit}`))).toEqual(all.slice(0, limit));
    },
  );

  test('of one day of any year too', async () => {
    expect(idsIn(await text('/v1/on-this-date/12/21.csv'))).toEqual(['evt_day-355', 'evt_in-moscow']);
    expect(idsIn(await text('/v1/on-this-date/12/21.timelinejs.json?limit=1'))).toEqual(['evt_day-355']);
    const { headers } = await rest.request('/v1/on-this-date/12/21?include=POSSIBLE&tz=Asia/Tokyo');
    expect(headers['link']).toContain(
      '</v1/on-this-date/12/21.csv?include=POSSIBLE>; rel="alternate"; type="text/csv"',
    );
  });
});

test.each([
  ['ics', 'x-omitted-undated', '1'],
  ['timelinejs.json', 'x-omitted-undated', '1'],
  ['geojson', 'x-omitted-without-coordinates', '451'],
])('.%s says in the header %s how many events it left out', async (format, header, count) => {
  const { headers } = await rest.request(`/v1/events.${format}`);
  expect(headers[header]).toBe(count);
});

test('each format has its media type', async () => {
  const types = await Promise.all(
    FORMAT_NAMES.map(
      async (format) => (await rest.request(`/v1/events.${format}?limit=1`)).headers['content-type'],
    ),
  );
  expect(types).toEqual([
    'application/json; charset=utf-8',
    'application/x-ndjson; charset=utf-8',
    'text/csv; charset=utf-8; header=present',
    'text/calendar; charset=utf-8',
    'application/atom+xml; charset=utf-8',
    'application/feed+json; charset=utf-8',
    'application/ld+json; charset=utf-8',
    'application/geo+json; charset=utf-8',
    'application/json; charset=utf-8',
    'text/markdown; charset=utf-8; variant=CommonMark',
  ]);
});

test('a list links to its selection in each format', async () => {
  const { headers } = await rest.request('/v1/events?limit=1&type=THREATEN');
  for (const format of FORMAT_NAMES)
    expect(headers['link']).toContain(`</v1/events.${format}?type=THREATEN>; rel="alternate"; type="`);
});

test('JSON-LD counts in the text of the article, which is not served', async () => {
  const body = JSON.parse(await text('/v1/events.jsonld?type=THREATEN'));
  expect(body['@graph'][0].subjectOf[1]['oa:hasTarget']['oa:hasSelector'][1]['oa:end']['@value']).toBe(40);
});

test('links lead to the public origin, or to the host that was asked', async () => {
  const other = await openRest();
  await saveChange(other.store, { events: dayEvents(1) });
  const asked = await other.request('/v1/events.md', { headers: { host: 'other.example:8080' } });
  expect(asked.body).toContain('(http://other.example:8080/events/evt_day-000)');
  expect(await text('/v1/events.md?limit=1')).toContain('(https://timeline.example/events/');
  await other.close();
});

test('HEAD has the headers of GET, and reads no more than the beginning', async () => {
  let read = 0;
  const counted = await openRest({}, (timeline) => ({
    async *exportEvents(...selection) {
      for await (const event of timeline.exportEvents(...selection)) {
        read += 1;
        yield event;
      }
    },
  }));
  await saveChange(counted.store, { events: dayEvents(450) });
  const head = await counted.request('/v1/events.csv', { method: 'HEAD' });
  expect([head.statusCode, head.body, read < 200]).toEqual([200, '', true]);
  const { headers } = await counted.request('/v1/events.csv');
  for (const name of ['etag', 'link', 'content-type', 'cache-control', 'vary'])
    expect(head.headers[name], name).toBe(headers[name]);
  await counted.close();
});

test('an unchanged selection is not sent again', async () => {
  const { headers } = await rest.request('/v1/events.ics');
  const again = await rest.request('/v1/events.ics', {
    headers: { 'if-none-match': String(headers['etag']) },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test.each([
  ['/v1/events.xml', 404, 'ROUTE_NOT_FOUND'],
  ['/v1/events.csv?limit=0', 400, 'BAD_PARAMETER'],
  ['/v1/events.csv?group=colour', 400, 'BAD_PARAMETER'],
  ['/v1/events.csv?after=x', 400, 'UNKNOWN_PARAMETER'],
  ['/v1/events.csv?revision=1', 400, 'UNKNOWN_PARAMETER'],
  ['/v1/events.csv?from=2021-12-02&to=2021-12-01', 400, 'BAD_FILTER'],
  ['/v1/events.csv?text=minister&order=relevance', 400, 'BAD_PAGE'],
  ['/v1/on-this-date/02/30.csv', 400, 'BAD_FILTER'],
])('%s is refused before anything is sent', async (url, status, code) => {
  const response = await rest.request(url);
  expect([response.statusCode, response.json().code]).toEqual([status, code]);
});

test('another method is refused with those that are answered', async () => {
  const response = await rest.request('/v1/events.csv', { method: 'PUT' });
  expect([response.statusCode, response.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

describe('a break in the middle', () => {
  /** A server whose store is closed after the first page of an export, and what a client reads of it before the end. */
  async function readBroken(path: string): Promise<{ status: number; body: string; broken: boolean }> {
    const { timeline, store } = await openTestTimeline();
    await saveChange(store, { events: dayEvents(450) });
    const app = await buildApp({
      timeline: {
        ...timeline,
        async *exportEvents(...selection) {
          let count = 0;
          for await (const event of timeline.exportEvents(...selection)) {
            yield event;
            count += 1;
            if (count === 200) await store.close();
          }
        },
        async *exportTexts(...selection) {
          for await (const texts of timeline.exportTexts(...selection)) {
            yield texts;
            await store.close();
          }
        },
      },
      log: false,
      version: '0.0.0-test',
      readiness: async () => ({ ready: true }),
    });
    await app.listen({ port: 0 });
    try {
      const { port } = app.server.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { 'accept-encoding': 'identity' },
      });
      return { status: response.status, ...(await readBody(response)) };
    } finally {
      await app.close();
    }
  }

  async function readBody(response: Response): Promise<{ body: string; broken: boolean }> {
    let body = '';
    try {
      for await (const piece of response.body ?? []) body += Buffer.from(piece).toString();
      return { body, broken: false };
    } catch {
      return { body, broken: true };
    }
  }

  test('ends the connection before the end of the body', async () => {
    const { status, body, broken } = await readBroken('/v1/events.csv');
    expect([status, broken]).toEqual([200, true]);
    expect(body).toContain('evt_day-000');
  });

  test('is said in the last line of NDJSON, by code alone', async () => {
    const { body, broken } = await readBroken('/v1/events.ndjson');
    expect(broken).toBe(true);
    const lines = body.trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      error: { code: 'INTERNAL', errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  test('before the first byte is an error like any other', async () => {
    const { status, body } = await readBroken('/v1/events.ics');
    expect([status, JSON.parse(body).code]).toEqual([500, 'INTERNAL']);
  });
});
