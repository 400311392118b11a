import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRest, type RestClient } from './rest-client.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
});

afterAll(() => rest.close());

const JSON_TYPE = { 'content-type': 'application/json' };

interface Refusal {
  readonly why: string;
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'PUT';
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly payload?: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** The parameter or the pointer that is to blame. */
  readonly place?: string;
}

const BAD_QUERIES: readonly Refusal[] = [
  {
    why: 'an unknown parameter, with the one that was meant',
    url: '/v1/events?form=2021-12-01',
    status: 400,
    code: 'UNKNOWN_PARAMETER',
    detail: '"form" is not a parameter here; did you mean "from"?',
    place: 'form',
  },
  {
    why: 'an unknown parameter that is like none',
    url: '/v1/actors?colour=red',
    status: 400,
    code: 'UNKNOWN_PARAMETER',
    detail: '"colour" is not a parameter here; known are limit, after, before',
    place: 'colour',
  },
  {
    why: 'a parameter of a resource that takes none',
    url: '/v1/articles/art_x?limit=3',
    status: 400,
    code: 'UNKNOWN_PARAMETER',
    detail: '"limit" is not a parameter here; this resource takes none',
    place: 'limit',
  },
  {
    why: 'a day that no calendar has',
    url: '/v1/events?from=2021-02-30',
    status: 400,
    code: 'BAD_DATE',
    detail: '"2021-02-30" is not a day of the calendar written as YYYY-MM-DD',
    place: 'from',
  },
  {
    why: 'an empty date',
    url: '/v1/events?to=',
    status: 400,
    code: 'BAD_DATE',
    detail: '"" is not a day of the calendar written as YYYY-MM-DD',
    place: 'to',
  },
  {
    why: 'a range that begins after its end',
    url: '/v1/events?from=2021-12-21&to=2021-12-20',
    status: 400,
    code: 'BAD_FILTER',
    detail: 'the range begins on 2021-12-21, after its end on 2021-12-20',
    place: 'from',
  },
  {
    why: 'a word that is not on its list',
    url: '/v1/events?match=within',
    status: 400,
    code: 'BAD_PARAMETER',
    detail: '"within" is not one of OVERLAPS, WITHIN, STARTS; did you mean "WITHIN"?',
    place: 'match',
  },
  {
    why: 'a number in other than decimal digits',
    url: '/v1/events?limit=1e1',
    status: 400,
    code: 'BAD_PARAMETER',
    detail: 'limit is "1e1", but must be integer',
    place: 'limit',
  },
  {
    why: 'a page that is too large',
    url: '/v1/events?limit=101',
    status: 400,
    code: 'BAD_PARAMETER',
    detail: 'limit is 101, but must be <= 100',
    place: 'limit',
  },
  {
    why: 'a single value given twice',
    url: '/v1/events?text=a&text=b',
    status: 400,
    code: 'BAD_PARAMETER',
    detail: 'text is given 2 times, but takes one value',
    place: 'text',
  },
  {
    why: 'an empty name',
    url: '/v1/events?actor=',
    status: 400,
    code: 'BAD_FILTER',
    detail: 'a value of actor is empty',
    place: 'actor',
  },
  {
    why: 'two ranges at once',
    url: '/v1/events?date=2021-12&from=2021-12-01',
    status: 400,
    code: 'BAD_FILTER',
    detail: 'date is a range of its own: give it, or from and to, not both',
    place: 'date',
  },
  {
    why: 'a date that is not EDTF of level 0 or 1',
    url: '/v1/events?date=2021-W51',
    status: 400,
    code: 'BAD_DATE',
    detail:
      'date: "2021-W51" is not a date of EDTF level 0 or 1, such as 2021-12-21, 2021-12, 202X or 2021-12-01/..',
    place: 'date',
  },
  {
    why: 'a day that no year has',
    url: '/v1/events?onThisDate=02-30',
    status: 400,
    code: 'BAD_FILTER',
    detail: 'onThisDate: month 2 has no day 30',
    place: 'onThisDate',
  },
  {
    why: 'what to include, without a day',
    url: '/v1/events?include=POSSIBLE',
    status: 400,
    code: 'BAD_FILTER',
    detail: 'include says which events are on a day: give onThisDate with it',
    place: 'include',
  },
  {
    why: 'an actor who shall and shall not take part',
    url: '/v1/events?actorAll=NATO&actorNone=NATO',
    status: 400,
    code: 'BAD_FILTER',
    detail: 'actorAll and actorNone both name "NATO"',
    place: 'actorNone',
  },
  {
    why: 'a confidence beyond certainty',
    url: '/v1/events?minConfidence=1.5',
    status: 400,
    code: 'BAD_PARAMETER',
    detail: 'minConfidence is 1.5, but must be <= 1',
    place: 'minConfidence',
  },
  {
    why: 'a walk in both directions',
    url: '/v1/events?after=a&before=b',
    status: 400,
    code: 'BAD_PAGE',
    detail: 'after walks forward, before walks backward: not both',
  },
  {
    why: 'a cursor that nobody gave out',
    url: '/v1/articles?after=abc',
    status: 400,
    code: 'BAD_CURSOR',
    detail: '"abc" is not a cursor of this list with this filter and order',
  },
  {
    why: 'a missing parameter',
    url: '/v1/resolve',
    status: 400,
    code: 'BAD_PARAMETER',
    detail: '"text" is missing',
    place: 'text',
  },
  {
    why: 'a mode that does not exist',
    url: '/v1/resolve?text=x&mode=FICTION',
    status: 400,
    code: 'BAD_PARAMETER',
    detail: '"FICTION" is not one of NEWS, NARRATIVE',
    place: 'mode',
  },
  {
    why: 'a month that is not written with two digits',
    url: '/v1/on-this-date/2/10',
    status: 400,
    code: 'BAD_PARAMETER',
    detail: 'month is "2", but must match pattern "^(0[1-9]|1[0-2])$"',
    place: 'month',
  },
  {
    why: 'a day that its month never has',
    url: '/v1/on-this-date/02/30',
    status: 400,
    code: 'BAD_FILTER',
    detail: 'month 2 has no day 30',
  },
];

const BAD_PATHS: readonly Refusal[] = [
  {
    why: 'a path that leads nowhere',
    url: '/v1/evnts',
    status: 404,
    code: 'ROUTE_NOT_FOUND',
    detail: 'there is nothing at "/v1/evnts"',
  },
  {
    why: 'an event that does not exist',
    url: '/v1/events/evt_none',
    status: 404,
    code: 'NOT_FOUND',
    detail: 'there is no event "evt_none"',
  },
  {
    why: 'an id of another kind',
    url: '/v1/events/art_x',
    status: 404,
    code: 'NOT_FOUND',
    detail: '"art_x" is not the id of an event',
  },
  {
    why: 'an article that does not exist',
    url: '/v1/articles/art_none',
    status: 404,
    code: 'NOT_FOUND',
    detail: 'there is no article "art_none"',
  },
  {
    why: 'a code that no error has',
    url: '/problems/NO_SUCH_CODE',
    status: 404,
    code: 'ROUTE_NOT_FOUND',
    detail: '"NO_SUCH_CODE" is not the code of an error',
  },
  {
    why: 'a file that the docs do not have',
    url: '/docs/static/none.js',
    status: 404,
    code: 'ROUTE_NOT_FOUND',
    detail: 'there is nothing at "/docs/static/none.js"',
  },
  {
    why: 'broken percent-encoding',
    url: '/v1/events/%ff',
    status: 400,
    code: 'BAD_REQUEST',
    detail: 'the path is not valid percent-encoded UTF-8',
  },
  {
    why: 'an endless id',
    url: `/v1/events/${'x'.repeat(101)}`,
    status: 414,
    code: 'URL_TOO_LONG',
    detail: 'a part of the path is longer than 100 characters',
  },
  {
    why: 'a method that the resource does not have',
    method: 'DELETE',
    url: '/v1/events/evt_x',
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    detail: '/v1/events/evt_x answers GET, HEAD, OPTIONS, not DELETE',
  },
];

const post = (payload: string, headers: Record<string, string> = JSON_TYPE) =>
  ({ method: 'POST', url: '/v1/resolve', payload, headers }) as const;

const BAD_BODIES: readonly Refusal[] = [
  {
    why: 'a body that is not JSON',
    ...post('{"text"'),
    status: 400,
    code: 'BAD_REQUEST',
    detail: 'the body is not valid JSON',
  },
  {
    why: 'an empty body',
    ...post(''),
    status: 400,
    code: 'BAD_REQUEST',
    detail: 'the body is empty, but must be a JSON object',
  },
  {
    why: 'a body of another media type',
    ...post('text', { 'content-type': 'text/plain' }),
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'the body is of a media type that this resource does not read',
  },
  {
    why: 'a body that is too large',
    ...post(JSON.stringify({ text: 'x'.repeat(400_000) })),
    status: 413,
    code: 'BODY_TOO_LARGE',
    detail: 'the body is larger than this resource reads',
  },
  {
    why: 'an unknown field',
    ...post('{"text":"on Friday","achnor":"2021-12-21"}'),
    status: 400,
    code: 'BAD_PARAMETER',
    detail: '"achnor" is not a field here',
    place: '#/achnor',
  },
  {
    why: 'an unknown field that a pointer has to escape',
    ...post('{"text":"on Friday","a/b~c":1}'),
    status: 400,
    code: 'BAD_PARAMETER',
    detail: '"a/b~c" is not a field here',
    place: '#/a~1b~0c',
  },
  {
    why: 'a missing field',
    ...post('{}'),
    status: 400,
    code: 'BAD_PARAMETER',
    detail: '"text" is missing',
    place: '#/text',
  },
  {
    why: 'a field of another type',
    ...post('{"text":7}'),
    status: 400,
    code: 'BAD_PARAMETER',
    detail: '#/text is 7, but must be string',
    place: '#/text',
  },
  {
    why: 'an anchor that no calendar has',
    ...post('{"text":"on Friday","anchor":"2021-13-01"}'),
    status: 400,
    code: 'BAD_DATE',
    detail: '"2021-13-01" is not a day of the calendar written as YYYY-MM-DD',
    place: '#/anchor',
  },
];

describe('refused as a problem document:', () => {
  test.each([...BAD_QUERIES, ...BAD_PATHS, ...BAD_BODIES])('$why', async (refusal) => {
    const { method = 'GET', url, headers = {}, payload, status, code, detail, place } = refusal;
    const response = await rest.request(url, {
      method,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect({ ...response.json(), title: 'any' }).toEqual({
      type: `/problems/${code}`,
      title: 'any',
      status,
      code,
      detail,
      instance: url,
      ...(place === undefined ? {} : { errors: [{ [placeName(place)]: place, detail }] }),
    });
    expect(response.statusCode).toBe(status);
  });
});

const placeName = (place: string): string => (place.startsWith('#') ? 'pointer' : 'parameter');

test('a wrong method is told the right ones', async () => {
  const response = await rest.request('/v1/resolve', { method: 'PUT' });
  expect(response.headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
});

test('a refusal is not to be cached and carries no entity tag', async () => {
  const { headers } = await rest.request('/v1/events/evt_none');
  expect([headers['cache-control'], headers['etag']]).toEqual(['no-store', undefined]);
});
