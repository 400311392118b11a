import { expect, test } from 'vitest';
import { connectionOf } from '../../src/timeline/paging/connection.ts';
import { type CursorScope, encodeCursor } from '../../src/timeline/paging/cursor.ts';

const SCOPE: CursorScope = ['articles'];
const POSITION = { keys: [7], id: 'art_0123456789abcdef' };
const CURSOR = encodeCursor(SCOPE, POSITION);

test('an empty page has no cursors', () => {
  expect(connectionOf({ items: [], hasNextPage: false, hasPreviousPage: true }, SCOPE)).toMatchObject({
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
  });
});

test('the first and the last edge give the cursors of their page', () => {
  const other = { keys: [8], id: 'art_fedcba9876543210' };
  const items = [
    { node: 'one', position: POSITION },
    { node: 'two', position: other },
  ];
  const page = connectionOf({ items, hasNextPage: true, hasPreviousPage: false }, SCOPE);
  expect(page).toMatchObject({
    edges: [
      { node: 'one', cursor: CURSOR },
      { node: 'two', cursor: encodeCursor(SCOPE, other) },
    ],
    pageInfo: {
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: CURSOR,
      endCursor: encodeCursor(SCOPE, other),
    },
  });
});

test('a page in JSON has its cursors', () => {
  const items = [{ node: 'one', position: POSITION }];
  const page = connectionOf({ items, hasNextPage: true, hasPreviousPage: false }, SCOPE);
  expect(JSON.parse(JSON.stringify(page))).toEqual({
    edges: [{ node: 'one', cursor: CURSOR }],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: CURSOR, endCursor: CURSOR },
  });
});

test('nothing of a page has a getter of its own, which would keep the page in memory', () => {
  const items = [{ node: 'one', position: POSITION }];
  const page = connectionOf({ items, hasNextPage: true, hasPreviousPage: false }, SCOPE);
  expect(Object.keys(page.edges[0] ?? {})).toEqual(['node']);
  expect(Object.keys(page.pageInfo)).toEqual(['hasNextPage', 'hasPreviousPage']);
});
