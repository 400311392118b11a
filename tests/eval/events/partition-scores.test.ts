import { expect, test } from 'vitest';
import { type Grouped, scoreBCubed, scorePairs } from './partition-scores.ts';

/** `'a1 b1 b2'`: the gold group and the predicted group of each item; `-` where a side lacks the item. */
const items = (text: string): readonly Grouped[] =>
  text.split(' ').map((pair) => {
    const [gold = '-', predicted = '-'] = pair;
    return { gold: gold === '-' ? null : gold, predicted: predicted === '-' ? null : predicted };
  });

test('the same partition is perfect, whatever its groups are called', () => {
  const same = items('a1 a1 b2 c3');
  expect(scorePairs(same)).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(scoreBCubed(same)).toEqual({ precision: 1, recall: 1, f1: 1 });
});

test('all items in one group have full recall, each in its own full precision', () => {
  expect(scorePairs(items('a1 a1 b1 b1'))).toMatchObject({ precision: 2 / 6, recall: 1 });
  expect(scoreBCubed(items('a1 a1 b1 b1'))).toMatchObject({ precision: 0.5, recall: 1 });
  expect(scorePairs(items('a1 a2 b3 b4'))).toMatchObject({ precision: 1, recall: 0 });
  expect(scoreBCubed(items('a1 a2 b3 b4'))).toMatchObject({ precision: 1, recall: 0.5 });
});

test('a mention of gold alone lowers recall, a mention of the program alone lowers precision', () => {
  expect(scorePairs(items('a1 a1 a-'))).toMatchObject({ precision: 1, recall: 1 / 3 });
  expect(scoreBCubed(items('a1 a1 a-')).recall).toBeCloseTo(4 / 9);
  expect(scorePairs(items('a1 a1 -1'))).toMatchObject({ precision: 1 / 3, recall: 1 });
  expect(scoreBCubed(items('a1 a1 -1')).precision).toBeCloseTo(4 / 9);
});
