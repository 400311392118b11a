import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributionOf, contentOf } from '../../../src/parsing/tree/attribution.ts';
import { doubtsOf } from '../../../src/parsing/tree/doubts.ts';
import { modalityOf, negationOf } from '../../../src/parsing/tree/modality.ts';
import { nameOfNoun } from '../../../src/parsing/tree/name-of-noun.ts';
import {
  actorsOf,
  agentOf,
  complementOf,
  objectOf,
  recipientOf,
  subjectOf,
} from '../../../src/parsing/tree/participants.ts';
import {
  clauseKindOf,
  finiteClauseOf,
  hangingOf,
  isQuoted,
  openerOf,
} from '../../../src/parsing/tree/predicate.ts';
import {
  conjunctsOf,
  constituentOf,
  headOfSpan,
  headsOf,
  sentenceTree,
} from '../../../src/parsing/tree/sentence-tree.ts';
import { tenseOf } from '../../../src/parsing/tree/tense.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { at, formOf, treeOf } from './tree-of.ts';

const HARBOUR = treeOf(`
  The/DT/2/det mayor/NN/6/nsubj of/IN/4/case Dover/NNP/2/nmod had/VBD/6/aux opened/VBN/0/root the/DT/8/det
  harbour/NN/6/obj on/IN/11/case 3/CD/11/nummod May/NNP/6/obl and/CC/13/cc left/VBD/6/conj`);

test('a constituent is a word with all that hangs on it', () => {
  const forms = (indices: readonly number[]) => indices.map((index) => formOf(HARBOUR, index)).join(' ');
  expect(forms(constituentOf(HARBOUR, at(HARBOUR, 'mayor')))).toBe('The mayor of Dover');
  const isName = (index: number) => HARBOUR.words[index]?.label === 'nmod';
  expect(forms(constituentOf(HARBOUR, at(HARBOUR, 'mayor'), isName))).toBe('The mayor');
  expect(forms(conjunctsOf(HARBOUR, at(HARBOUR, 'opened')))).toBe('opened left');
});

test('the head of a span is its word that hangs on a word outside', () => {
  const { start } = HARBOUR.words[at(HARBOUR, 'on')] ?? { start: 0 };
  const { end } = HARBOUR.words[at(HARBOUR, 'May')] ?? { end: 0 };
  expect(formOf(HARBOUR, headOfSpan(HARBOUR, { start, end }))).toBe('May');
  expect(headOfSpan(HARBOUR, { start: 500, end: 510 })).toBeNull();
});

test('a circle of heads is cut at the root', () => {
  const tree = treeOf('Fog/NN/2/dep came/VBD/3/dep in/IN/2/dep twice/RB/9/advmod');
  expect(tree.words.map(({ head }) => head)).toEqual([1, -1, 1, -1]);
  expect(headsOf(tree, 0)).toEqual([1]);
});

const LABELS =
  'root nsubj nsubj:pass nsubj:outer csubj obj iobj obl obl:agent ccomp xcomp advcl acl acl:relcl conj parataxis aux aux:pass cop mark case det nmod appos compound flat discourse advmod punct'.split(
    ' ',
  );
const XPOS = 'VB VBD VBZ VBN VBG MD TO IN NN NNP PRP DT CD JJ RB WP ,'.split(' ');
const FORMS = "says will to not which plan failed by according if “ ” no Roe would 's of".split(' ');
const word = fc.record({
  form: fc.constantFrom(...FORMS),
  lemma: fc.constantFrom('say', 'plan', 'fail', 'be', 'have', 'roe'),
  upos: fc.constantFrom('VERB', 'AUX', 'NOUN', 'PROPN', 'PRON', 'ADP', 'PUNCT'),
  xpos: fc.constantFrom(...XPOS),
  head: fc.integer({ min: -2, max: 14 }),
  label: fc.constantFrom(...LABELS),
  sure: fc.boolean(),
});

test('every question is answered for any tree', () => {
  const isSpeech = (lemma: string): boolean => lemma === 'say';
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const tree = sentenceTree(
        words.map((given, index) => ({ ...given, start: index * 9, end: index * 9 + 8 })),
      );
      const isWord = (index: number | null | undefined): boolean => index == null || index in tree.words;
      for (const index of tree.words.keys()) {
        const found = [
          hangingOf(tree, index).predicate,
          hangingOf(tree, index).noun,
          subjectOf(tree, index)?.word,
          agentOf(tree, index),
          objectOf(tree, index),
          recipientOf(tree, index),
          complementOf(tree, index),
          finiteClauseOf(tree, index),
          openerOf(tree, index),
          negationOf(tree, index),
          modalityOf(tree, index, isSpeech).word,
          attributionOf(tree, index, isSpeech)?.speaker,
          contentOf(tree, index),
          ...nameOfNoun(tree, index),
          ...actorsOf(tree, index),
          ...constituentOf(tree, index),
        ];
        expect(found.every(isWord)).toBe(true);
        expect(clauseKindOf(tree, index)).toMatch(/^[A-Z]+$/u);
        expect(tenseOf(tree, index).time).toMatch(/^[A-Z]+$/u);
        expect(doubtsOf(tree, index).length).toBeLessThanOrEqual(4);
        expect(typeof isQuoted(tree, index)).toBe('boolean');
      }
    }),
    { numRuns: usualOrLong(300, 20_000) },
  );
});
