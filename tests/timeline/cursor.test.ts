import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CursorScope, decodeCursor, encodeCursor } from '../../src/timeline/paging/cursor.ts';
import { refusalOf } from '../support/refusal-of.ts';

const SCOPE: CursorScope = ['events', { text: 'troops' }, 'DATE'];
const POSITION = { keys: [18_982, 10_000_000], id: 'evt_0123456789abcdef' };

test('a cursor leads back to its position', () => {
  const positions = fc.record({
    keys: fc.array(fc.integer(), { maxLength: 3 }),
    id: fc.stringMatching(/^(art|evt|act)_[0-9a-f]{1,20}$/),
  });
  fc.assert(
    fc.property(positions, (position) => {
      expect(decodeCursor(SCOPE, encodeCursor(SCOPE, position))).toEqual(position);
    }),
  );
});

test('a cursor needs no escaping in a URL', () => {
  expect(encodeCursor(SCOPE, POSITION)).toMatch(/^[\w.-]+$/);
});

test.each<[what: string, scope: CursorScope]>([
  ['another list', ['articles', { text: 'troops' }, 'DATE']],
  ['another filter', ['events', { text: 'ships' }, 'DATE']],
  ['another order', ['events', { text: 'troops' }, 'DATE_DESC']],
])('a cursor is refused for %s', async (_, scope) => {
  expect(await refusalOf(() => decodeCursor(scope, encodeCursor(SCOPE, POSITION)))).toBe('BAD_CURSOR');
});

test('a cursor of which one character was changed is refused', async () => {
  const cursor = encodeCursor(SCOPE, POSITION);
  for (const index of cursor.split('').keys()) {
    const changed = `${cursor.slice(0, index)}${cursor[index] === 'A' ? 'B' : 'A'}${cursor.slice(index + 1)}`;
    expect(await refusalOf(() => decodeCursor(SCOPE, changed))).toBe('BAD_CURSOR');
  }
});

test.each(['', '.', 'evt_0123456789abcdef', 'WzFd', 'WzFd.', '../..', '💥', 'x'.repeat(10_000)])(
  'the text %j, which is no cursor, is refused',
  async (text) => {
    expect(await refusalOf(() => decodeCursor(SCOPE, text))).toBe('BAD_CURSOR');
  },
);
