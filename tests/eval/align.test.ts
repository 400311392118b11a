import { expect, test } from 'vitest';
import { align } from './align.ts';
import type { Annotation } from './read-gold.ts';

const at = (start: number, end: number): Annotation => ({
  start,
  end,
  text: '.'.repeat(end - start),
  type: 'DATE',
  value: '2021',
});

/** Pairs as `gold=predicted` by their places in the lists. */
const paired = (gold: readonly Annotation[], predicted: readonly Annotation[]): string[] =>
  align(gold, predicted).pairs.map(
    (pair) => `${gold.indexOf(pair.gold)}=${predicted.indexOf(pair.predicted)}`,
  );

test('spans that only touch do not stand for each other', () => {
  const gold = [at(0, 4)];
  const predicted = [at(4, 8)];
  expect(align(gold, predicted)).toEqual({ pairs: [], missed: gold, spurious: predicted });
});

test('one character in common is enough', () => {
  expect(paired([at(0, 5)], [at(4, 8)])).toEqual(['0=0']);
});

test('an equal span goes before a longer overlap', () => {
  expect(paired([at(0, 20), at(2, 6)], [at(2, 6)])).toEqual(['1=0']);
});

test('a longer overlap goes before an earlier one', () => {
  expect(paired([at(0, 10)], [at(0, 3), at(4, 9)])).toEqual(['0=1']);
});

test('of equal overlaps the earlier gold and then the earlier prediction are taken', () => {
  expect(paired([at(0, 4), at(6, 10)], [at(2, 8)])).toEqual(['0=0']);
  expect(paired([at(0, 10)], [at(1, 4), at(5, 8)])).toEqual(['0=0']);
});

test('a prediction over two annotations leaves one of them missed', () => {
  const gold = [at(0, 4), at(5, 12)];
  expect(align(gold, [at(0, 12)])).toMatchObject({ missed: [gold[0]], spurious: [] });
});

test('a paired annotation is open to no other prediction, but the rest still pair', () => {
  expect(paired([at(0, 6), at(4, 12)], [at(4, 12), at(5, 7)])).toEqual(['1=0', '0=1']);
});

test('a list stands for itself, even where spans nest and repeat', () => {
  const spans = [at(0, 9), at(0, 9), at(3, 5)];
  expect(align(spans, spans)).toMatchObject({ missed: [], spurious: [] });
});
