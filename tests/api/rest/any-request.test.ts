import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../../src/domain/event/event-type.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvents, saveChange } from './stored-events.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await saveChange(rest.store, { events: dayEvents(5) });
});

afterAll(() => rest.close());

const text = fc.string({ unit: 'binary', maxLength: 40 });
const name = fc.oneof(
  fc.constantFrom(
    'from',
    'to',
    'match',
    'actor',
    'place',
    'type',
    'article',
    'text',
    'date',
    'include',
    'order',
    'limit',
    'after',
  ),
  fc.constantFrom(
    'asOf',
    'articles',
    'before',
    'revision',
    'text',
    'anchor',
    '__proto__',
    'constructor',
    'toString',
  ),
  text,
);
const value = fc.oneof(
  text,
  fc.constantFrom(
    ...EVENT_TYPES,
    'date',
    'WITHIN',
    '2021-12-21',
    '0000-01-01',
    '9999-12-31',
    '7',
    '""',
    'NOT',
  ),
);
const path = fc.oneof(
  fc.constantFrom('/v1/events', '/v1/timeline.json', '/v1/articles', '/v1/actors', '/v1/resolve'),
  fc.constantFrom(
    '/v1/digest',
    '/v1/gaps',
    '/v1/compare',
    '/v1/events/evt_day-001/around',
    '/v1/events/evt_day-001/explain',
  ),
  fc.constantFrom('/v1/on-this-date/12/21', '/v1/events/evt_day-001', '/', '/problems', '/readyz'),
  fc
    .tuple(fc.constantFrom('events', 'articles', 'on-this-date'), text)
    .map(([list, id]) => `/v1/${list}/${encode(id)}`),
);

const encode = (part: string): string => encodeURIComponent(part.toWellFormed());

const encodePairs = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([key, entry]) => `${encode(key)}=${encode(entry)}`).join('&');

test('no path and no query makes the server fail, and every answer is as documented', async () => {
  await fc.assert(
    fc.asyncProperty(path, fc.array(fc.tuple(name, value), { maxLength: 3 }), async (where, pairs) => {
      const response = await rest.request(`${where}?${encodePairs(pairs)}`);
      expect(response.statusCode).toBeLessThan(500);
    }),
    { numRuns: usualOrLong(100, 400) },
  );
});

test('no JSON body makes the server fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.record({ text, anchor: value })), async (body) => {
      const response = await rest.request('/v1/resolve', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify(body),
      });
      expect(response.statusCode).toBeLessThan(500);
    }),
    { numRuns: usualOrLong(50, 200) },
  );
});
