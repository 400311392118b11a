import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvent, saveChange } from './stored-events.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest({ publicOrigin: 'https://timeline.example' });
  const meeting = dayEvent('meeting', '2021-12-17', { title: 'They met' });
  await saveChange(rest.store, { events: [meeting, dayEvent('gone', '2021-12-18')] });
  await saveChange(rest.store, { events: [dayEvent('meeting', '2021-12-17', { title: 'They met twice' })] });
  const merged = [{ from: dayEvent('gone', '2021-12-18').id, into: meeting.id }];
  await saveChange(rest.store, { merged });
});

afterAll(() => rest.close());

const body = async (url: string): Promise<string> => (await rest.request(url)).body;

test.each([
  ['txt', 'text/plain; charset=utf-8'],
  ['bib', 'application/x-bibtex; charset=utf-8'],
  ['csl.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
])('a citation is served as .%s: %s', async (format, mediaType) => {
  const response = await rest.request(`/v1/events/evt_meeting/cite.${format}`);
  expect(response.headers['content-type']).toBe(mediaType);
  expect(response.body).toContain('https://timeline.example/events/evt_meeting?revision=2');
  expect(response.body).toContain('They met twice');
});

test('its address answers the event as it was cited, whatever comes later', async () => {
  const cited = await body('/v1/events/evt_meeting/cite.txt?revision=1');
  expect(cited).toBe(
    'They met (the day 2021-12-17). Dateline, revision 1. https://timeline.example/events/evt_meeting?revision=1 (accessed 22 December 2021). Sources: Talks & <trouble>, Dateline, https://example.org/first.\n',
  );
  const address = /https:\/\/timeline\.example(\S+revision=1)/.exec(cited)?.[1] ?? '';
  expect(await body(address)).toContain('<h1><bdi>They met</bdi></h1>');
  expect(await rest.get(`/v1${address}`)).toMatchObject({ title: 'They met', revision: 1 });
});

test('an event says under which address it is cited (RFC 8574)', async () => {
  const { headers } = await rest.request('/v1/events/evt_meeting');
  expect(headers['link']).toContain('</events/evt_meeting?revision=2>; rel="cite-as"');
});

test('the day of access is that of a time zone', async () => {
  expect(await body('/v1/events/evt_meeting/cite.txt?tz=Pacific/Pago_Pago')).toContain(
    'accessed 21 December 2021',
  );
});

test('a merged event leads to the citation of the one that stayed', async () => {
  const { statusCode, headers } = await rest.request('/v1/events/evt_gone/cite.bib?tz=UTC');
  expect([statusCode, headers['location']]).toEqual([308, '/v1/events/evt_meeting/cite.bib?tz=UTC']);
});

test.each([
  ['/v1/events/evt_nobody/cite.txt', 404, 'NOT_FOUND'],
  ['/v1/events/evt_meeting/cite.txt?revision=9', 404, 'NOT_FOUND'],
  ['/v1/events/evt_meeting/cite.txt?tz=Nowhere', 400, 'BAD_FILTER'],
  ['/v1/events/evt_meeting/cite.ris', 404, 'ROUTE_NOT_FOUND'],
  ['/v1/events?revision=1', 400, 'UNKNOWN_PARAMETER'],
  ['/v1/events.csv?revision=1', 400, 'UNKNOWN_PARAMETER'],
])('%s is refused: %i %s', async (url, status, code) => {
  const response = await rest.request(url);
  expect([response.statusCode, response.json().code]).toEqual([status, code]);
});
