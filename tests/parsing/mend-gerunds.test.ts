import { expect, test } from 'vitest';
import { mendGerunds } from '../../src/parsing/mend-gerunds.ts';
import type { TreeWord } from '../../src/parsing/tree/sentence-tree.ts';

/** `form/tag/head/label` for each word, with heads as indices. */
const wordsOf = (text: string): readonly TreeWord[] =>
  text.split(' ').map((part, index) => {
    const [form = '', xpos = '', head = '-1', label = ''] = part.split('/');
    const upos = xpos.startsWith('V') ? 'VERB' : 'NOUN';
    const lemma = form.replace(/ed$/u, '');
    return { form, lemma, upos, xpos, head: Number(head), label, sure: true, start: index, end: index };
  });

const arcsOf = (words: readonly TreeWord[]): readonly string[] =>
  words.map(({ form, head, label }) => `${form} ${label} ${words[head]?.form ?? '-'}`);

test('a gerund after a verb of proposal gets its object, and the time that follows', () => {
  const words = wordsOf(
    'Oslo/NNP/1/nsubj recommended/VBD/-1/root opening/VBG/3/compound talks/NNS/1/obj in/IN/5/case May/NNP/1/obl',
  );
  expect(arcsOf(mendGerunds(words))).toEqual([
    'Oslo nsubj recommended',
    'recommended root -',
    'opening xcomp recommended',
    'talks obj opening',
    'in case May',
    'May obl opening',
  ]);
});

test.each([
  ['another verb', 'They/PRP/1/nsubj missed/VBD/-1/root opening/VBG/3/compound talks/NNS/1/obj'],
  [
    'an article between',
    'They/PRP/1/nsubj suggested/VBD/-1/root an/DT/4/det opening/VBG/4/compound act/NN/1/obj',
  ],
])('%s changes nothing', (_, text) => {
  const words = wordsOf(text);
  expect(mendGerunds(words)).toEqual(words);
});
