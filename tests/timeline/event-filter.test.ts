import { expect, test } from 'vitest';
import type { EventFilter } from '../../src/domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { normalizeFilter } from '../../src/timeline/filter/event-filter.ts';
import { refusalOf } from '../support/refusal-of.ts';

const first = requireCalendarDate('2021-12-01');
const last = requireCalendarDate('2021-12-31');

test.each<[why: string, EventFilter, EventFilter]>([
  ['an empty list does not filter', { actors: [], types: [] }, {}],
  ['a blank text does not filter', { text: ' \n' }, {}],
  ['a range open at both ends does not filter', { range: { from: null, to: null, match: 'WITHIN' } }, {}],
  ['a text is trimmed', { text: ' two words ' }, { text: 'two words' }],
  ['lists are sorted and say each thing once', { actors: ['b', 'a', 'b'] }, { actors: ['a', 'b'] }],
  [
    'a range of one day stays',
    { range: { from: first, to: first, match: 'STARTS' } },
    { range: { from: first, to: first, match: 'STARTS' } },
  ],
  ['parts are normalised too', { not: { actors: ['b', 'a'], types: [] } }, { not: { actors: ['a', 'b'] } }],
  ['filters may nest to depth 3', { not: { not: {} } }, { not: { not: {} } }],
  ['no alternatives do not filter', { and: [], or: [] }, {}],
  ['one source and no confidence are what every event has', { minSources: 1, minConfidence: 0 }, {}],
  [
    '29 February is a day of some years',
    { monthDay: { month: 2, day: 29 } },
    { monthDay: { month: 2, day: 29 } },
  ],
])('%s', (_, filter, expected) => {
  expect(normalizeFilter(filter)).toEqual(expected);
});

test('filters that mean the same are written the same', () => {
  const one = normalizeFilter({ text: 'gas', types: ['AID', 'AGREE'], actors: ['NATO'] });
  const other = normalizeFilter({
    actors: ['NATO', 'NATO'],
    places: [],
    types: ['AGREE', 'AID'],
    text: 'gas ',
  });
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

test.each<[why: string, EventFilter]>([
  ['a range that ends before it begins', { range: { from: last, to: first, match: 'OVERLAPS' } }],
  ['30 February', { monthDay: { month: 2, day: 30 } }],
  ['month 13', { monthDay: { month: 13, day: 1 } }],
  ['half a day', { monthDay: { month: 12, day: 1.5 } }],
  ['a text of 501 characters', { text: 'x'.repeat(501) }],
  ['a list of 101 values', { places: Array.from({ length: 101 }, (_, index) => `place ${index}`) }],
  ['a blank name', { actors: [' '] }],
  ['an actor who shall and shall not take part', { allActors: ['a', 'b'], noActors: ['b'] }],
  ['a confidence above 1', { minConfidence: 1.01 }],
  ['a confidence that is no number', { minConfidence: Number.NaN }],
  ['half a source', { minSources: 1.5 }],
  ['filters nested to depth 4', { not: { not: { not: {} } } }],
  ['eleven alternatives', { or: Array.from({ length: 11 }, () => ({})) }],
  ['a day of knowledge in a part', { and: [{ asOf: first }] }],
  ['a part that can never match', { or: [{ range: { from: last, to: first, match: 'WITHIN' } }] }],
])('%s is refused', async (_, filter) => {
  expect(await refusalOf(() => normalizeFilter(filter))).toBe('BAD_FILTER');
});
