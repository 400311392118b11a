import { describe, expect, test } from 'vitest';
import {
  clauseKindOf,
  finiteClauseOf,
  hangingOf,
  isPassive,
  isQuoted,
  openerOf,
} from '../../../src/parsing/tree/predicate.ts';
import { at, formOf, treeOf } from './tree-of.ts';

describe('what a word hangs on', () => {
  test.each([
    [
      'a day beside a verb hangs on the verb',
      'Tuesday',
      'met',
      null,
      'Both/DT/2/nsubj met/VBD/0/root on/IN/4/case Tuesday/NNP/2/obl',
    ],
    [
      'a day beside a noun hangs on the noun',
      'May',
      'failed',
      'talks',
      'The/DT/2/det talks/NNS/6/nsubj on/IN/5/case 3/CD/5/nummod May/NNP/2/nmod failed/VBD/0/root',
    ],
    [
      'a day before a noun hangs on the noun',
      'May',
      'failed',
      'talks',
      'The/DT/4/det 3/CD/3/nummod May/NNP/4/compound talks/NNS/5/nsubj failed/VBD/0/root',
    ],
    [
      'a day that is said of the subject is the predicate',
      'Tuesday',
      'Tuesday',
      null,
      'The/DT/2/det vote/NN/5/nsubj is/VBZ/5/cop on/IN/5/case Tuesday/NNP/0/root',
    ],
    [
      'a day in an infinitive hangs on the infinitive',
      'Friday',
      'sign',
      null,
      'She/PRP/2/nsubj agreed/VBD/0/root to/TO/4/mark sign/VB/2/xcomp on/IN/6/case Friday/NNP/4/obl',
    ],
    [
      'a day of a participle after a noun hangs on the participle',
      'May',
      'arrested',
      null,
      'The/DT/2/det men/NNS/6/nsubj arrested/VBN/2/acl in/IN/5/case May/NNP/3/obl spoke/VBD/0/root',
    ],
    [
      'the second of two days hangs where the first does',
      'Friday',
      'met',
      null,
      'They/PRP/2/nsubj met/VBD/0/root on/IN/4/case Monday/NNP/2/obl and/CC/6/cc Friday/NNP/4/conj',
    ],
  ])('%s', (_, word, predicate, noun, notation) => {
    const tree = treeOf(notation);
    const hanging = hangingOf(tree, at(tree, word));
    expect([formOf(tree, hanging.predicate), formOf(tree, hanging.noun)]).toEqual([predicate, noun]);
  });
});

const SENTENCE = treeOf(`
  After/IN/4/mark the/DT/3/det storm/NN/4/nsubj ended/VBD/8/advcl ,/,/8/punct the/DT/7/det mayor/NN/8/nsubj said/VBD/0/root
  the/DT/10/det ship/NN/13/nsubj that/WDT/12/nsubj sank/VBD/10/acl:relcl carried/VBD/8/ccomp coal/NN/13/obj and/CC/16/cc
  promised/VBD/8/conj to/TO/18/mark help/VB/16/xcomp ,/,/20/punct adding/VBG/8/advcl nothing/NN/20/obj`);

test.each([
  ['ended', 'ADVERBIAL', 'After'],
  ['said', 'MAIN', null],
  ['sank', 'RELATIVE', null],
  ['carried', 'COMPLEMENT', null],
  ['promised', 'COORDINATE', null],
  ['help', 'COMPLEMENT', 'to'],
  ['adding', 'PARTICIPLE', null],
])('the clause of %s is %s', (form, kind, opener) => {
  expect(clauseKindOf(SENTENCE, at(SENTENCE, form))).toBe(kind);
  expect(formOf(SENTENCE, openerOf(SENTENCE, at(SENTENCE, form)))).toBe(opener);
});

test('a clause without a tense belongs to the finite clause above it', () => {
  const finite = (form: string) => formOf(SENTENCE, finiteClauseOf(SENTENCE, at(SENTENCE, form)));
  expect(finite('help')).toBe('promised');
  expect(finite('adding')).toBe('said');
  expect(finite('carried')).toBe('carried');
});

test('a passive is known by its auxiliary, or by a participle after a noun', () => {
  const passive = (form: string, notation: string) => isPassive(treeOf(notation), at(treeOf(notation), form));
  expect(passive('seized', 'It/PRP/3/nsubj:pass was/VBD/3/aux:pass seized/VBN/0/root')).toBe(true);
  expect(passive('seized', 'boats/NNS/0/root seized/VBN/1/acl')).toBe(true);
  expect(
    passive('sold', 'It/PRP/3/nsubj:pass was/VBD/3/aux:pass seized/VBN/0/root and/CC/5/cc sold/VBN/3/conj'),
  ).toBe(true);
  expect(passive('seized', 'They/PRP/3/nsubj have/VBP/3/aux seized/VBN/0/root it/PRP/3/obj')).toBe(false);
});

test('a word between quotation marks is quoted', () => {
  const tree = treeOf(
    'He/PRP/2/nsubj said/VBD/0/root "/``/5/punct We/PRP/5/nsubj stay/VBP/2/ccomp "/\'\'/5/punct today/NN/2/obl',
  );
  expect(['said', 'stay', 'today'].map((form) => isQuoted(tree, at(tree, form)))).toEqual([
    false,
    true,
    false,
  ]);
});
