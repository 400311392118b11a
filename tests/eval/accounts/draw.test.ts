import { expect, test } from 'vitest';
import { draw } from './draw.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

test('the same seed draws the same items, another seed draws others', () => {
  const [first, again, other] = [7, 7, 8].map((seed) => draw(LETTERS, 5, seed).join(''));
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test('the items that are drawn stand in their own order, none of them twice', () => {
  const drawn = draw(LETTERS, 12, 3);
  expect(new Set(drawn).size).toBe(12);
  expect(drawn).toEqual(drawn.toSorted());
});

test('all items are drawn where as many or more are asked for', () => {
  expect(draw(LETTERS, 26, 1)).toEqual(LETTERS);
  expect(draw(LETTERS, 100, 1)).toEqual(LETTERS);
  expect(draw([], 3, 1)).toEqual([]);
});

test('every item is drawn about equally often', () => {
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= 2600; seed += 1)
    for (const letter of draw(LETTERS, 5, seed * 7919)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(Math.min(...counts.values())).toBeGreaterThan(400);
  expect(Math.max(...counts.values())).toBeLessThan(600);
});
