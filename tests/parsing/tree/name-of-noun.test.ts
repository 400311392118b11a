import { expect, test } from 'vitest';
import { nameOfNoun } from '../../../src/parsing/tree/name-of-noun.ts';
import { at, formOf, treeOf } from './tree-of.ts';

test.each([
  ['Jane', 'Jane … Roe', 'Jane/NNP/3/nsubj Roe/NNP/1/flat left/VBD/0/root'],
  ['Roe', 'President … Roe', 'President/NNP/2/nmod:desc Roe/NNP/3/nsubj left/VBD/0/root'],
  [
    'Bank',
    'Bank … England',
    'The/DT/2/det Bank/NNP/5/nsubj of/IN/4/case England/NNP/2/nmod cut/VBD/0/root rates/NNS/5/obj',
  ],
  [
    'Committee',
    'Foreign … Committee',
    'the/DT/4/det Foreign/NNP/4/amod Affairs/NNPS/4/compound Committee/NNP/0/root',
  ],
  ['Peru', 'Peru … Peru', 'Peru/NNP/4/nsubj and/CC/3/cc Chile/NNP/1/conj agreed/VBD/0/root'],
  ['Roe', 'Roe … Roe', 'Roe/NNP/5/nsubj ,/,/3/punct Mayor/NNP/1/appos ,/,/3/punct left/VBD/0/root'],
  ['mayor', 'mayor … mayor', 'the/DT/2/det mayor/NN/0/root of/IN/4/case Dover/NNP/2/nmod'],
])('the name of %s is %s', (noun, expected, notation) => {
  const tree = treeOf(notation);
  expect(
    nameOfNoun(tree, at(tree, noun))
      .map((index) => formOf(tree, index))
      .join(' … '),
  ).toBe(expected);
});
