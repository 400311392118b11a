import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvents, saveChange } from './stored-events.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await saveChange(rest.store, { events: dayEvents(3) });
});
afterAll(() => rest.close());

const SPARSE = { id: 'evt_day-000', title: 'The minister speaks: day-000' };

describe('fields chosen by name are all that comes', () => {
  test.each([
    ['/v1/events?limit=1&fields=title,id', { events: [SPARSE], pageInfo: expect.anything() }],
    ['/v1/events?limit=1&fields=title&fields=id', { events: [SPARSE], pageInfo: expect.anything() }],
    ['/v1/events/evt_day-000?fields=id,title', SPARSE],
    ['/v1/events/evt_day-000?fields=id,title&revision=1', SPARSE],
    ['/v1/events/evt_day-000?fields=id,title&asOf=2021-12-31', SPARSE],
    ['/v1/timeline.json?limit=1&fields=id,title', expect.objectContaining({ events: [SPARSE] })],
    ['/v1/events.json?limit=1&fields=id,title', expect.objectContaining({ events: [SPARSE] })],
    [
      '/v1/on-this-date/01/01?fields=id,title',
      expect.objectContaining({ events: [{ ...SPARSE, yearsAgo: 1 }] }),
    ],
  ])('by %s', async (url, expected) => {
    expect(await rest.get(url)).toEqual(expected);
  });

  test('of .ndjson and, as columns, of .csv', async () => {
    expect((await rest.request('/v1/events.ndjson?limit=1&fields=id,type')).body).toBe(
      '{"id":"evt_day-000","type":"STATEMENT"}\n',
    );
    expect((await rest.request('/v1/timeline.csv?limit=1&fields=type,edtf,id')).body).toBe(
      'id,edtf,type\r\nevt_day-000,2020-01-01,STATEMENT\r\n',
    );
  });
});

describe('a field that there is not is refused by name', () => {
  test.each([
    ['/v1/events?fields=titel', '"titel" is not one of ', 'did you mean "title"?'],
    ['/v1/events?fields=', '"" is not one of ', ''],
    ['/v1/events/evt_day-000?fields=id,dates', '"dates" is not one of ', 'did you mean "date"?'],
    ['/v1/events.csv?fields=id,date', '"date" is not one of ', ''],
    ['/v1/events.ndjson?fields=edtf', '"edtf" is not one of ', ''],
    ['/v1/events.ics?fields=id', '.ics is always whole: fields are chosen of .json, .ndjson and .csv', ''],
    ['/v1/on-this-date/01/01.csv?fields=cost', '"cost" is not one of ', ''],
  ])('%s', async (url, begin, end) => {
    const problem = (await rest.get(url)) as { detail: string };
    expect(problem).toMatchObject({
      status: 400,
      code: 'BAD_PARAMETER',
      errors: [{ parameter: 'fields', detail: problem.detail }],
    });
    expect(problem.detail.startsWith(begin)).toBe(true);
    expect(problem.detail).toContain(end);
  });
});

test('fields decide the entity tag, their order does not', async () => {
  const tagOf = async (url: string) => (await rest.request(url)).headers['etag'];
  const tag = await tagOf('/v1/events?fields=id,title');
  expect(await tagOf('/v1/events?fields=title,id,id')).toBe(tag);
  expect(await tagOf('/v1/events?fields=title&fields=id')).toBe(tag);
  expect(await tagOf('/v1/events?fields=title')).not.toBe(tag);
  expect(await tagOf('/v1/events')).not.toBe(tag);
});

test('the next page has the same fields, other formats are linked whole', async () => {
  const link = String((await rest.request('/v1/events?limit=1&fields=id')).headers['link']);
  const next = /<([^>]+)>; rel="next"/.exec(link)?.[1] ?? '';
  expect(await rest.get(next)).toMatchObject({ events: [{ id: 'evt_day-001' }] });
  expect(link).toContain('</v1/events.ics>; rel="alternate"');
});

test('fields are described as a list by commas', async () => {
  const { paths } = (await rest.get('/openapi.json')) as {
    paths: Record<string, { get: { parameters: { name: string }[] } }>;
  };
  expect(paths['/v1/events']?.get.parameters.find(({ name }) => name === 'fields')).toMatchObject({
    in: 'query',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string', enum: expect.arrayContaining(['id', 'mentions']) } },
  });
});
