import { expect, test } from 'vitest';
import { doubtsOf } from '../../../src/parsing/tree/doubts.ts';
import { at, treeOf } from './tree-of.ts';

test.each([
  ['came', [], 'She/PRP/2/nsubj came/VBD/0/root'],
  ['came', ['NO_SUBJECT'], 'then/RB/2/advmod came/VBD/0/root'],
  ['Storm', ['NO_VERB'], 'Storm/NN/0/root over/IN/3/case Dover/NNP/1/nmod'],
  ['came', ['UNSURE_ARC'], 'She/PRP/2/nsubj? came/VBD/0/root'],
  ['left', ['WEAK_LABEL'], 'She/PRP/2/nsubj came/VBD/0/root and/CC/4/cc left/VBD/2/conj'],
])('%s has the doubts %j', (form, doubts, notation) => {
  const tree = treeOf(notation);
  expect(doubtsOf(tree, at(tree, form))).toEqual(doubts);
});
