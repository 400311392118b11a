import { expect, test } from 'vitest';
import { mendClauses } from '../../src/parsing/mend-clauses.ts';
import type { TreeWord } from '../../src/parsing/tree/sentence-tree.ts';

const UPOS: Readonly<Record<string, string>> = { DT: 'DET', IN: 'ADP', CC: 'CCONJ', ',': 'PUNCT' };

/** `form/tag/head/label` for each word, with heads as indices. */
const wordsOf = (text: string): readonly TreeWord[] =>
  text.split(' ').map((part, index) => {
    const [form = '', xpos = '', head = '-1', label = ''] = part.split('/');
    const upos = UPOS[xpos] ?? (xpos.startsWith('V') ? 'VERB' : 'NOUN');
    const lemma = form.replace(/ed$/u, '');
    return { form, lemma, upos, xpos, head: Number(head), label, sure: true, start: index, end: index };
  });

const arcsOf = (words: readonly TreeWord[]): readonly string[] =>
  words.map(({ form, xpos, head, label }) => `${form}/${xpos} ${label} ${words[head]?.form ?? '-'}`);

test('a clause after "after" gets its verb, which the parser took for a participle', () => {
  const words = wordsOf(
    'Two/NNS/1/nsubj died/VBD/-1/root after/IN/3/case cars/NNS/1/obl crossed/VBN/3/acl the/DT/6/det bridge/NN/4/obj',
  );
  expect(arcsOf(mendClauses(words))).toEqual([
    'Two/NNS nsubj died',
    'died/VBD root -',
    'after/IN mark crossed',
    'cars/NNS nsubj crossed',
    'crossed/VBD advcl died',
    'the/DT det bridge',
    'bridge/NN obj crossed',
  ]);
});

test('a clause after "and" gets its verb', () => {
  const words = wordsOf(
    'Hart/NNP/1/nsubj scored/VBD/-1/root for/IN/3/case Orda/NNP/1/obl and/CC/5/cc Ards/NNPS/3/conj crush/VBN/5/acl the/DT/8/det Wings/NNPS/6/obl',
  );
  expect(arcsOf(mendClauses(words)).slice(4, 7)).toEqual([
    'and/CC cc crush',
    'Ards/NNPS nsubj crush',
    'crush/VBD conj scored',
  ]);
});

test('a clause with a subject of its own has a verb in the past', () => {
  const words = wordsOf(
    'Two/NNS/1/nsubj died/VBD/-1/root when/WRB/4/advmod rebels/NNS/4/nsubj:pass ambushed/VBN/1/advcl them/PRP/4/obj',
  );
  expect(arcsOf(mendClauses(words)).slice(3)).toEqual([
    'rebels/NNS nsubj ambushed',
    'ambushed/VBD advcl died',
    'them/PRP obj ambushed',
  ]);
});

test.each([
  [
    'a participle without an object',
    'Two/NNS/1/nsubj left/VBD/-1/root after/IN/3/case talks/NNS/1/obl held/VBN/3/acl in/IN/6/case Orda/NNP/4/obl',
  ],
  [
    'a participle that may have an object',
    'Two/NNS/1/nsubj left/VBD/-1/root after/IN/3/case men/NNS/1/obl name/VBN/3/acl the/DT/6/det heirs/NNS/4/xcomp',
  ],
  [
    'a participle after a comma',
    'Two/NNS/1/nsubj left/VBD/-1/root after/IN/3/case fires/NNS/1/obl ,/,/5/punct erupt/VBN/3/acl',
  ],
])('%s stays a participle', (_, text) => {
  const words = wordsOf(text);
  expect(mendClauses(words)).toEqual(words);
});
