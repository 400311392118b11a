import { expect, test } from 'vitest';
import { attributionOf, contentOf } from '../../../src/parsing/tree/attribution.ts';
import { at, formOf, treeOf } from './tree-of.ts';

const isSpeech = (lemma: string): boolean => ['say', 'add', 'tell'].includes(lemma);

test.each([
  [
    'before the clause',
    'mayor',
    'said',
    'The/DT/2/det mayor/NN/3/nsubj said/VBD/0/root talks/NNS/5/nsubj failed/VBD/3/ccomp',
  ],
  [
    'after the clause',
    'mayor',
    'said',
    'Talks/NNS/2/nsubj failed/VBD/0/root ,/,/6/punct the/DT/5/det mayor/NN/6/nsubj said/VBD/2/parataxis',
  ],
  [
    'as a source',
    'mayor',
    null,
    'Talks/NNS/2/nsubj failed/VBD/0/root according/VBG/6/case to/IN/3/fixed the/DT/6/det mayor/NN/2/obl',
  ],
  [
    'as a source that hangs on a noun at the end',
    'mayor',
    null,
    'Talks/NNS/2/nsubj failed/VBD/0/root ,/,/4/punct causing/VBG/2/advcl grief/NN/4/obj ,/,/9/punct according/VBG/9/case to/IN/7/fixed mayor/NN/5/nmod',
  ],
  [
    'above a plan',
    'She',
    'says',
    'She/PRP/2/nsubj says/VBZ/0/root they/PRP/4/nsubj hope/VBP/2/ccomp failed/VBD/4/ccomp',
  ],
  [
    'in a participle',
    'She',
    'adding',
    'She/PRP/2/nsubj agreed/VBD/0/root ,/,/4/punct adding/VBG/2/advcl talks/NNS/6/nsubj failed/VBD/4/ccomp',
  ],
])('who said it stands %s', (_, speaker, verb, notation) => {
  const tree = treeOf(notation);
  const attribution = attributionOf(tree, at(tree, 'failed'), isSpeech);
  expect([formOf(tree, attribution?.speaker), formOf(tree, attribution?.verb)]).toEqual([speaker, verb]);
});

test('a clause beside a verb of saying is not what it says', () => {
  const after = treeOf(
    'She/PRP/2/nsubj spoke/VBD/0/root after/IN/5/mark talks/NNS/5/nsubj failed/VBD/2/advcl',
  );
  const and = treeOf('She/PRP/2/nsubj said/VBD/0/root so/RB/2/advmod and/CC/5/cc failed/VBD/2/conj');
  expect(attributionOf(after, 4, isSpeech)).toBeNull();
  expect(attributionOf(and, 4, isSpeech)).toBeNull();
});

test('what is said stands below the verb of saying, or above it', () => {
  const before = treeOf('She/PRP/2/nsubj said/VBD/0/root talks/NNS/4/nsubj failed/VBD/2/ccomp');
  const after = treeOf(
    'Talks/NNS/2/nsubj failed/VBD/0/root ,/,/5/punct she/PRP/5/nsubj said/VBD/2/parataxis',
  );
  expect([before, after].map((tree) => formOf(tree, contentOf(tree, at(tree, 'said'))))).toEqual([
    'failed',
    'failed',
  ]);
});
