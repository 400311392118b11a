import { expect, test } from 'vitest';
import { readConllu } from '../../../src/parsing/conllu.ts';
import { type Count, f1, percentages, type ReadWord, scoreReading } from './score-parse.ts';

const GOLD = readConllu(
  [
    '1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_',
    '2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\t_',
    '3\tover\tover\tADP\tIN\t_\t4\tcase\t_\t_',
    '4\tall-day\tall-day\tNOUN\tNN\t_\t2\tobl\t_\t_',
  ].join('\n'),
);

const gold: readonly ReadWord[] = (GOLD[0]?.words ?? []).map((word) => ({ ...word, sure: false }));

/** The words of the treebank with some of them read otherwise. */
const scoreWith = (changes: Readonly<Record<number, Partial<ReadWord>>>) =>
  scoreReading(() => gold.map((word, index) => ({ ...word, ...changes[index] })), GOLD);

const rights = (counts: readonly Count[]): readonly number[] => counts.map(({ right }) => right);

test('the treebank itself is right in everything', () => {
  expect(percentages(scoreWith({}))).toBe('UPOS 100.0 UAS 100.0 LAS 100.0');
});

test('a wrong label under a right head counts for UAS alone, its subtype included', () => {
  const { upos, uas, las, byLabel } = scoreWith({ 3: { label: 'obl:agent' } });
  expect(rights([upos, uas, las])).toEqual([4, 4, 3]);
  expect(byLabel.get('obl')).toEqual({ gold: 1, found: 0, right: 0 });
  expect(byLabel.get('obl:agent')).toEqual({ gold: 0, found: 1, right: 0 });
});

test('a wrong head counts for neither, though the label is right', () => {
  const { uas, las, byLabel } = scoreWith({ 2: { head: 1 } });
  expect(rights([uas, las])).toEqual([3, 3]);
  expect(byLabel.get('case')).toEqual({ gold: 1, found: 1, right: 0 });
});

test('words that cover other characters are wrong, and so are arcs to them', () => {
  const [rain, fell, over, allDay] = gold;
  if (rain === undefined || fell === undefined || over === undefined || allDay === undefined)
    throw new Error();
  const all = { ...allDay, end: allDay.start + 3, label: 'det', head: 4 };
  const day = { ...allDay, start: allDay.start + 4 };
  const { upos, uas, las } = scoreReading(() => [rain, fell, { ...over, head: 4 }, all, day], GOLD);
  expect([upos, uas, las]).toEqual([
    { gold: 4, found: 5, right: 3 },
    { gold: 4, found: 5, right: 2 },
    { gold: 4, found: 5, right: 2 },
  ]);
  expect(f1(uas).toFixed(2)).toBe('44.44');
});

test('sure arcs are counted, and how many of them have the right head', () => {
  const { sure } = scoreWith({ 0: { sure: true, label: 'obj' }, 2: { sure: true, head: 1 } });
  expect(sure).toEqual({ gold: 4, found: 2, right: 1 });
});
