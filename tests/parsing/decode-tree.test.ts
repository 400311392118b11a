import { describe, expect, test } from 'vitest';
import { decodeTree } from '../../src/parsing/decode-tree.ts';
import { seededRandom } from '../bench/random.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

/** Scores of heads: 1 for the wanted head of each word, 0 for all others. */
const scoresFor = (heads: readonly number[]): Float32Array =>
  Float32Array.from(heads.flatMap((wanted) => [0, ...heads].map((_, head) => (head === wanted ? 1 : 0))));

describe('decodeTree', () => {
  test('each word takes its best head where that gives a tree', () => {
    expect([...decodeTree(scoresFor([2, 0, 2]), 3)]).toEqual([2, 0, 2]);
  });

  test('a best tree may have crossing arcs', () => {
    expect([...decodeTree(scoresFor([3, 4, 0, 3]), 4)]).toEqual([3, 4, 0, 3]);
  });

  test('a sentence of one word has it as root', () => {
    expect([...decodeTree(Float32Array.of(-5, 0), 1)]).toEqual([0]);
  });

  test('of two roots one gives way to its next best head', () => {
    const scores = Float32Array.of(5, 0, 1, /* */ 4, 3, 0);
    expect([...decodeTree(scores, 2)]).toEqual([0, 1]);
  });

  test('where the best heads make no tree, the best of all trees without crossing arcs is taken', () => {
    const random = seededRandom(160);
    for (let attempt = 0; attempt < usualOrLong(200, 2000); attempt += 1) {
      const words = 2 + random(4);
      const scores = Float32Array.from({ length: words * (words + 1) }, () => random(1000));
      const heads = [...decodeTree(scores, words)];
      const trees = treesOf(words);
      expect(trees).toContainEqual(heads);
      if (isProjective(heads)) {
        const best = Math.max(...trees.filter(isProjective).map((tree) => sumOf(tree, scores)));
        expect(sumOf(heads, scores)).toBe(best);
      } else expect(sumOf(heads, scores)).toBe(Math.max(...trees.map((tree) => sumOf(tree, scores))));
    }
  });
});

const sumOf = (heads: readonly number[], scores: Float32Array): number =>
  heads.reduce((sum, head, word) => sum + (scores[word * (heads.length + 1) + head] ?? 0), 0);

/** All trees with a single root. */
function treesOf(words: number): readonly (readonly number[])[] {
  let choices: (readonly number[])[] = [[]];
  for (let word = 1; word <= words; word += 1) {
    const heads = Array.from({ length: words + 1 }, (_, head) => head).filter((head) => head !== word);
    choices = choices.flatMap((choice) => heads.map((head) => [...choice, head]));
  }
  return choices.filter(
    (heads) =>
      heads.filter((head) => head === 0).length === 1 && heads.every((_, word) => endsAtRoot(heads, word)),
  );
}

function endsAtRoot(heads: readonly number[], word: number): boolean {
  let at = word + 1;
  for (let steps = 0; steps <= heads.length && at !== 0; steps += 1) at = heads[at - 1] ?? 0;
  return at === 0;
}

const isProjective = (heads: readonly number[]): boolean =>
  heads.every((head, index) => {
    const [left, right] = [Math.min(head, index + 1), Math.max(head, index + 1)];
    return heads.every((other, place) => {
      const inside = (word: number): boolean => word > left && word < right;
      const [a, b] = [other, place + 1];
      return a === left || a === right || b === left || b === right || inside(a) === inside(b);
    });
  });
