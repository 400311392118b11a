import { expect, test } from 'vitest';
import { type CursorScope, encodeCursor } from '../../src/timeline/paging/cursor.ts';
import { pageRequestOf } from '../../src/timeline/paging/page-request.ts';
import type { PageArguments } from '../../src/timeline/timeline.ts';
import { refusalOf } from '../support/refusal-of.ts';

const SCOPE: CursorScope = ['articles'];
const POSITION = { keys: [7], id: 'art_0123456789abcdef' };
const CURSOR = encodeCursor(SCOPE, POSITION);

test.each<[PageArguments, unknown]>([
  [{}, { direction: 'FORWARD', size: 20, after: null }],
  [{ first: 0 }, { direction: 'FORWARD', size: 0, after: null }],
  [{ first: 100 }, { direction: 'FORWARD', size: 100, after: null }],
  [{ after: CURSOR }, { direction: 'FORWARD', size: 20, after: POSITION }],
  [{ last: 3 }, { direction: 'BACKWARD', size: 3, before: null }],
  [{ before: CURSOR }, { direction: 'BACKWARD', size: 20, before: POSITION }],
  [
    { last: 5, before: CURSOR },
    { direction: 'BACKWARD', size: 5, before: POSITION },
  ],
])('the arguments %j ask for that walk', (page, expected) => {
  expect(pageRequestOf(page, SCOPE)).toEqual(expected);
});

test.each<PageArguments>([
  { first: -1 },
  { first: 101 },
  { first: 1.5 },
  { first: Number.NaN },
  { last: -1 },
  { last: 101 },
  { first: 1, last: 1 },
  { first: 1, before: CURSOR },
  { last: 1, after: CURSOR },
  { after: CURSOR, before: CURSOR },
])('the arguments %j are refused', async (page) => {
  expect(await refusalOf(() => pageRequestOf(page, SCOPE))).toBe('BAD_PAGE');
});
