import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestMeetingTwice } from '../../support/ingest-meeting-twice.ts';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvents, saveChange } from './stored-events.ts';

let rest: RestClient;
let first: string;
let second: string;
let meeting: string;

beforeAll(async () => {
  rest = await openRest();
  [first, second] = await ingestMeetingTwice(rest.timeline);
  const { edges } = await rest.timeline.listEvents({ filter: { places: ['Brussels'] } });
  meeting = edges[0]?.node.id ?? '';
});

afterAll(() => rest.close());

interface Dated {
  readonly date: { readonly edtf: string };
}

const datesOf = (events: readonly Dated[]) => events.map(({ date }) => date.edtf);

describe('around an event', () => {
  const around = async (query = '') => {
    const answer = await rest.get(`/v1/events/${meeting}/around${query}`);
    const { before, event, after } = answer as { before: Dated[]; event: Dated; after: Dated[] };
    return [datesOf(before), datesOf([event]), datesOf(after)];
  };

  test('are the events before and after it', async () => {
    expect(await around()).toEqual([['2021-12-01'], ['2021-12-04'], ['2022-01']]);
    expect(await around('?before=0')).toEqual([[], ['2021-12-04'], ['2022-01']]);
    expect(await around('?actor=NATO')).toEqual([[], ['2021-12-04'], []]);
    expect(await around('?asOf=2021-12-12')).toEqual([['2021-12-01'], ['2021-12-04/2021-12-05'], []]);
  });

  test.each([
    ['/v1/events/evt_none/around', 404, 'NOT_FOUND'],
    ['/v1/events/men_x/around', 404, 'NOT_FOUND'],
    ['/v1/events/evt_none/around?before=101', 400, 'BAD_PARAMETER'],
    ['/v1/events/evt_none/around?order=date', 400, 'UNKNOWN_PARAMETER'],
  ])('%s is refused', async (url, status, code) => {
    expect(await rest.get(url)).toMatchObject({ status, code });
  });
});

describe('gaps', () => {
  test('are stretches with what could lie in them', async () => {
    expect(await rest.get('/v1/gaps?from=2021-12-01&to=2022-01-15&limit=1')).toEqual({
      gaps: [
        {
          from: '2021-12-05',
          to: '2022-01-15',
          days: 42,
          possibleCount: 1,
          possible: [expect.objectContaining({ date: expect.objectContaining({ edtf: '2022-01' }) })],
        },
      ],
    });
  });

  test.each([
    ['/v1/gaps?match=WITHIN', 400, 'UNKNOWN_PARAMETER'],
    ['/v1/gaps?limit=0', 400, 'BAD_PARAMETER'],
    ['/v1/gaps?from=2021-12-02&to=2021-12-01', 400, 'BAD_FILTER'],
  ])('%s is refused', async (url, status, code) => {
    expect(await rest.get(url)).toMatchObject({ status, code });
  });
});

describe('a comparison', () => {
  test('has the accounts of both articles side by side', async () => {
    const answer = await rest.get(`/v1/compare?articles=${first},${second}`);
    expect(answer).toMatchObject({
      articles: [{ id: first }, { id: second }],
      shared: [
        {
          event: { id: meeting },
          first: [{ quote: { exact: 'NATO ministers met in Brussels on the weekend.' } }],
          second: [{ quote: { exact: 'NATO ministers met in Brussels on 4 December 2021.' } }],
          conflicts: [],
        },
      ],
      conflicting: [],
      onlyInFirst: [{ event: { date: { edtf: '2021-12-01' } } }],
      onlyInSecond: [{ event: { date: { edtf: '2022-01' } } }],
    });
  });

  test('can be asked for conditionally', async () => {
    const url = `/v1/compare?articles=${first},${second}`;
    const tag = String((await rest.request(url)).headers['etag']);
    expect((await rest.request(url, { headers: { 'if-none-match': tag } })).statusCode).toBe(304);
  });

  test.each([
    ['/v1/compare', 400, 'BAD_PARAMETER'],
    ['/v1/compare?articles=art_a', 400, 'BAD_PARAMETER'],
    ['/v1/compare?articles=art_a,art_a', 400, 'BAD_FILTER'],
    ['/v1/compare?articles=art_a,art_b', 404, 'NOT_FOUND'],
    ['/v1/compare?articles=art_a,art_b&articles=art_c,art_d', 400, 'BAD_PARAMETER'],
  ])('%s is refused', async (url, status, code) => {
    expect(await rest.get(url)).toMatchObject({ status, code });
  });
});

test('an article that tells of more than a thousand events is not compared', async () => {
  const own = await openRest();
  await saveChange(own.store, { events: dayEvents(1001) });
  expect(await own.get('/v1/compare?articles=art_first,art_second')).toMatchObject({
    status: 400,
    code: 'LIMIT_EXCEEDED',
    detail: 'the article "art_first" tells of 1001 events, more than the 1000 that are compared',
  });
  await own.close();
});

describe('an explanation', () => {
  test('leads from an event down to words, rule, reason, type, names and joining', async () => {
    const { edges } = await rest.timeline.listEvents({ filter: { places: ['Brussels'] } });
    const [, mention] = edges[0]?.node.mentions ?? [];
    const answer = await rest.get(`/v1/events/${meeting}/explain`);
    expect(answer).toMatchObject({ event: { id: meeting, revision: 2 }, mentionCount: 2 });
    expect((answer as { mentions: readonly object[] }).mentions[1]).toMatchObject({
      mention: { id: mention?.id, quote: mention?.quote && { exact: mention.quote.exact, start: 0 } },
      anchorBecause: 'the day the article says it was published',
      time: {
        outcome: 'SAME',
        note: null,
        resolution: { timex: { text: '4 December 2021' }, rule: mention?.rule, reference: { kind: 'NONE' } },
        countedFrom: null,
        hangsOn: '“met”, whose subject is “NATO ministers”',
      },
      typeBecause: 'the pattern CONSULT/meet fits',
      joining: { threshold: expect.any(Number) },
    });
  });

  test('names the words that stand for who takes part', async () => {
    const { edges } = await rest.timeline.listEvents({ filter: { actors: ['Joe Biden'] } });
    const answer = await rest.get(`/v1/events/${edges[0]?.node.id}/explain`);
    const [explained] = (answer as { mentions: readonly { readonly actors: readonly object[] }[] }).mentions;
    expect(explained?.actors).toContainEqual({
      actor: { id: 'act_joe-biden', name: 'Joe Biden', role: 'ACTOR' },
      words: [{ text: 'Joe Biden', start: 51, end: 60 }],
    });
  });

  test('has no more accounts than were asked for', async () => {
    expect(await rest.get(`/v1/events/${meeting}/explain?limit=1`)).toMatchObject({
      mentionCount: 2,
      mentions: [expect.anything()],
    });
  });

  test.each([
    ['/v1/events/evt_none/explain', 404, 'NOT_FOUND'],
    ['/v1/events/evt_none/explain?limit=101', 400, 'BAD_PARAMETER'],
    ['/v1/events/evt_none/explain?asOf=2021-12-12', 400, 'UNKNOWN_PARAMETER'],
  ])('%s is refused', async (url, status, code) => {
    expect(await rest.get(url)).toMatchObject({ status, code });
  });
});
