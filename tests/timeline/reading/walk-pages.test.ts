import { expect, test } from 'vitest';
import type { PageRequest } from '../../../src/domain/query/timeline-query.ts';
import { walkPages } from '../../../src/timeline/read/export-events.ts';

/** The sizes that a walk asks for, over 1,000 items of a size in characters. */
async function sizesAsked(characters: number): Promise<readonly number[]> {
  const sizes: number[] = [];
  let left = 1_000;
  const read = async ({ size }: PageRequest) => {
    sizes.push(size);
    const count = Math.min(size, left);
    left -= count;
    const items = Array.from({ length: count }, (_, n) => ({ node: n, position: { keys: [n], id: `${n}` } }));
    return { items, hasNextPage: left > 0, hasPreviousPage: false };
  };
  for await (const items of walkPages(read, () => characters)) expect(items.length).toBeGreaterThan(0);
  return sizes;
}

test('a walk over small items reads longer and longer pages, of 200 at most', async () => {
  expect(await sizesAsked(1_000)).toEqual([20, 40, 80, 160, 200, 200, 200, 200]);
});

test('a page of large items is followed by a shorter one, of two million characters', async () => {
  expect((await sizesAsked(300_000)).slice(0, 4)).toEqual([20, 6, 6, 6]);
});

test('an item that is larger than a page comes alone', async () => {
  expect((await sizesAsked(3_000_000)).slice(0, 3)).toEqual([20, 1, 1]);
});
