import { describe, expect, test } from 'vitest';
import {
  actorsOf,
  agentOf,
  complementOf,
  objectOf,
  recipientOf,
  subjectOf,
} from '../../../src/parsing/tree/participants.ts';
import { at, formOf, treeOf } from './tree-of.ts';

describe('the subject', () => {
  test.each([
    ['of its own', 'came', 'mayor', 'The/DT/2/det mayor/NN/3/nsubj came/VBD/0/root'],
    [
      'of the verb before "and"',
      'left',
      'She',
      'She/PRP/2/nsubj rose/VBD/0/root and/CC/4/cc left/VBD/2/conj',
    ],
    [
      'of the verb above an infinitive',
      'sign',
      'She',
      'She/PRP/2/nsubj agreed/VBD/0/root to/TO/4/mark sign/VB/2/xcomp',
    ],
    [
      'that is the object above an infinitive',
      'leave',
      'crew',
      'She/PRP/2/nsubj told/VBD/0/root the/DT/4/det crew/NN/2/obj to/TO/6/mark leave/VB/2/xcomp',
    ],
    [
      'of a verb of promising, in spite of an object',
      'leave',
      'She',
      'She/PRP/2/nsubj promised/VBD/0/root him/PRP/2/obj to/TO/5/mark leave/VB/2/xcomp',
    ],
    [
      'of a participle beside a clause',
      'adding',
      'She',
      'She/PRP/2/nsubj agreed/VBD/0/root ,/,/4/punct adding/VBG/2/advcl',
    ],
    ['before "which"', 'sank', 'ship', 'The/DT/2/det ship/NN/0/root which/WDT/4/nsubj sank/VBD/2/acl:relcl'],
    [
      'inside a relative clause',
      'signed',
      'she',
      'the/DT/2/det deal/NN/0/root she/PRP/4/nsubj signed/VBD/2/acl:relcl',
    ],
    [
      'before a participle',
      'arrested',
      'men',
      'men/NNS/0/root arrested/VBN/1/acl in/IN/4/case May/NNP/2/obl',
    ],
    [
      'of the verb above a plan',
      'sell',
      'Roe',
      'Roe/NNP/2/nsubj dropped/VBD/0/root plans/NNS/2/obj to/TO/5/mark sell/VB/3/acl',
    ],
    [
      'with a rank before an infinitive',
      'fly',
      'woman',
      'the/DT/3/det first/JJ/3/amod woman/NN/0/root to/TO/5/mark fly/VB/3/acl',
    ],
    ['that is not known', 'settle', null, 'a/DT/2/det way/NN/0/root to/TO/4/mark settle/VB/2/acl'],
  ])('%s', (_, predicate, subject, notation) => {
    const tree = treeOf(notation);
    expect(formOf(tree, subjectOf(tree, at(tree, predicate))?.word)).toBe(subject);
  });

  test('of a passive is the one to whom it is done', () => {
    const tree = treeOf('Two/CD/2/nummod men/NNS/4/nsubj:pass were/VBD/4/aux:pass held/VBN/0/root');
    expect(subjectOf(tree, 3)).toEqual({ word: 1, own: true, passive: true });
  });

  test('of the inner clause is not that of the outer one', () => {
    const tree = treeOf(
      'The/DT/2/det hope/NN/7/nsubj:outer is/VBZ/7/cop that/IN/7/mark they/PRP/7/nsubj will/MD/7/aux come/VB/0/root',
    );
    expect(formOf(tree, subjectOf(tree, 6)?.word)).toBe('they');
  });
});

const ARREST = treeOf(`
  Jane/NNP/4/nsubj:pass Roe/NNP/1/flat was/VBD/4/aux:pass arrested/VBN/0/root by/IN/6/case police/NNS/4/obl:agent and/CC/8/cc
  soldiers/NNS/6/conj`);

test('the actors of a passive are the agent with all that is coordinated with it', () => {
  expect(formOf(ARREST, agentOf(ARREST, 3))).toBe('police');
  expect(actorsOf(ARREST, 3).map((index) => formOf(ARREST, index))).toEqual(['police', 'soldiers']);
});

test('the actors of an active verb are the subject with all that is coordinated with it', () => {
  const tree = treeOf('Peru/NNP/4/nsubj and/CC/3/cc Chile/NNP/1/conj agreed/VBD/0/root');
  expect(actorsOf(tree, 3).map((index) => formOf(tree, index))).toEqual(['Peru', 'Chile']);
});

test('a passive without an agent has no actor', () => {
  const tree = treeOf('It/PRP/3/nsubj:pass was/VBD/3/aux:pass sold/VBN/0/root by/IN/5/case Friday/NNP/3/obl');
  expect(actorsOf(treeOf('It/PRP/3/nsubj:pass was/VBD/3/aux:pass sold/VBN/0/root'), 2)).toEqual([]);
  expect(formOf(tree, objectOf(tree, 2))).toBeNull();
});

test('the object of a relative clause is the noun before it', () => {
  const plain = treeOf('She/PRP/2/nsubj signed/VBD/0/root the/DT/4/det deal/NN/2/obj');
  const bare = treeOf('the/DT/2/det deal/NN/0/root she/PRP/4/nsubj signed/VBD/2/acl:relcl');
  const that = treeOf('the/DT/2/det deal/NN/0/root that/WDT/5/obj she/PRP/5/nsubj signed/VBD/2/acl:relcl');
  const where = treeOf(
    'the/DT/2/det town/NN/0/root where/WRB/5/advmod she/PRP/5/nsubj signed/VBD/2/acl:relcl',
  );
  expect([plain, bare, that, where].map((tree) => formOf(tree, objectOf(tree, at(tree, 'signed'))))).toEqual([
    'deal',
    'deal',
    'deal',
    null,
  ]);
});

test('a recipient is an indirect object, or follows "to" after an object', () => {
  const first = treeOf('She/PRP/2/nsubj gave/VBD/0/root them/PRP/2/iobj coal/NN/2/obj');
  const second = treeOf('She/PRP/2/nsubj gave/VBD/0/root coal/NN/2/obj to/TO/5/case Peru/NNP/2/obl');
  const motion = treeOf('She/PRP/2/nsubj flew/VBD/0/root to/TO/4/case Peru/NNP/2/obl');
  expect([first, second, motion].map((tree) => formOf(tree, recipientOf(tree, 1)))).toEqual([
    'them',
    'Peru',
    null,
  ]);
});

test('a complement is the clause that completes a verb', () => {
  const tree = treeOf('She/PRP/2/nsubj said/VBD/0/root it/PRP/4/nsubj failed/VBD/2/ccomp');
  expect(formOf(tree, complementOf(tree, 1))).toBe('failed');
});
