import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestMeetingTwice } from '../../support/ingest-meeting-twice.ts';
import { openRest, type RestClient } from './rest-client.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await ingestMeetingTwice(rest.timeline);
});

afterAll(() => rest.close());

interface Listed {
  readonly events: readonly { readonly id: string; readonly date: { readonly edtf: string } }[];
}

const datesOf = async (url: string) => ((await rest.get(url)) as Listed).events.map(({ date }) => date.edtf);

test.each([
  ['/v1/events?asOf=2021-12-12', ['2021-12-01', '2021-12-04/2021-12-05']],
  ['/v1/events?asOf=2021-12-12&precision=DAY', ['2021-12-01']],
  ['/v1/events?asOf=2021-12-13', ['2021-12-01', '2021-12-04', '2022-01']],
  ['/v1/timeline.json?asOf=2021-12-12&order=-date', ['2021-12-04/2021-12-05', '2021-12-01']],
  ['/v1/on-this-date/12/04?asOf=2021-12-12', []],
  ['/v1/on-this-date/12/04?asOf=2021-12-13', ['2021-12-04']],
])('%s answers what was known then', async (url, expected) => {
  expect(await datesOf(url)).toEqual(expected);
});

test('a page of what was known leads to the next one', async () => {
  const response = await rest.request('/v1/events?asOf=2021-12-12&limit=1');
  const next = /<([^>]+)>; rel="next"/.exec(String(response.headers['link']))?.[1] ?? '';
  expect(next).toContain('asOf=2021-12-12');
  expect(await datesOf(next)).toEqual(['2021-12-04/2021-12-05']);
});

test('one event is told as it was known, with the accounts of then', async () => {
  const [meeting] = ((await rest.get('/v1/events?from=2021-12-04&to=2021-12-05')) as Listed).events;
  const url = `/v1/events/${meeting?.id}`;
  const before = await rest.request(`${url}?asOf=2021-12-12`);
  expect(before.json()).toMatchObject({
    date: { edtf: '2021-12-04/2021-12-05' },
    sourceCount: 1,
    mentions: [{ article: { publisher: 'Evening Sample' } }],
  });
  expect(before.headers['etag']).not.toBe((await rest.request(url)).headers['etag']);
  expect(await rest.get(`${url}?asOf=2021-12-05`)).toMatchObject({
    code: 'NOT_FOUND',
    detail: `no article published by 2021-12-05 dates the event "${meeting?.id}"`,
  });
  expect(await rest.get(`${url}?asOf=2021-12-05&revision=1`)).toMatchObject({ code: 'BAD_FILTER' });
});

test('a day that no calendar has is refused', async () => {
  expect(await rest.get('/v1/events?asOf=2021-02-30')).toMatchObject({ status: 400, code: 'BAD_DATE' });
});
