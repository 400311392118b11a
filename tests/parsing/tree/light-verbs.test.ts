import { expect, test } from 'vitest';
import { meantBy } from '../../../src/parsing/tree/light-verbs.ts';
import { at, treeOf } from './tree-of.ts';

const meant = (notation: string, verb: string, isSubjectMeant = false): readonly string[] => {
  const tree = treeOf(notation);
  return [...meantBy(tree, at(tree, verb), isSubjectMeant)]
    .sort((one, other) => one - other)
    .map((index) => tree.words[index]?.form ?? '');
};

test.each([
  [
    'the object, and what a series is of',
    'They/PRP/2/nsubj began/VBD/0/root a/DT/4/det series/NN/2/obj of/IN/6/case raids/NNS/4/nmod',
    ['began', 'series', 'raids'],
  ],
  [
    'not what another object is of',
    'They/PRP/2/nsubj began/VBD/0/root a/DT/4/det study/NN/2/obj of/IN/6/case raids/NNS/4/nmod',
    ['began', 'study'],
  ],
  [
    'the infinitive with its object',
    'They/PRP/2/nsubj began/VBD/0/root to/TO/4/mark seize/VB/2/xcomp ships/NNS/4/obj',
    ['began', 'seize', 'ships'],
  ],
  ['not the subject', 'Strikes/NNS/2/nsubj began/VBD/0/root a/DT/4/det crisis/NN/2/obj', ['began', 'crisis']],
  [
    'the noun of a relative clause',
    'the/DT/2/det strike/NN/0/root that/WDT/4/nsubj began/VBD/2/acl:relcl',
    ['strike', 'began'],
  ],
])('a light verb means %s', (_, notation, expected) => {
  expect(meant(notation, 'began')).toEqual(expected);
});

test('the subject counts where it is asked for', () => {
  expect(meant('Strikes/NNS/2/nsubj began/VBD/0/root', 'began', true)).toEqual(['Strikes', 'began']);
});
