import type { ConlluSentence } from '../../src/parsing/conllu.ts';

const SUBJECTS = [
  ['The', 'mayor'],
  ['A', 'minister'],
  ['This', 'court'],
  ['Another', 'bank'],
  ['Every', 'village'],
] as const;

const DEEDS = [
  ['opened', 'a', 'bridge'],
  ['closed', 'the', 'road'],
  ['refused', 'another', 'loan'],
] as const;

const ENDS = [[], ['on', 'Monday']] as const;

/** Tags, head and label of each word of `The mayor opened a bridge on Monday .`; heads count from 1. */
const [BODY, TIME] = [
  ['DET DT 2 det', 'NOUN NN 3 nsubj', 'VERB VBD 0 root', 'DET DT 5 det', 'NOUN NN 3 obj'],
  ['ADP IN 7 case', 'PROPN NNP 3 obl'],
];

/** Thirty sentences: five subjects, three deeds, with a time and without. */
export const SMALL_TREEBANK: readonly ConlluSentence[] = SUBJECTS.flatMap((subject) =>
  DEEDS.flatMap((deed) =>
    ENDS.map((end) =>
      sentenceOf(
        [...subject, ...deed, ...end, '.'],
        [...(BODY ?? []), ...(end.length > 0 ? (TIME ?? []) : []), 'PUNCT . 3 punct'],
      ),
    ),
  ),
);

function sentenceOf(forms: readonly string[], values: readonly string[]): ConlluSentence {
  const text = forms.join(' ');
  let start = 0;
  const words = forms.map((form, index) => {
    const [upos = '', xpos = '', head = '', label = ''] = values[index]?.split(' ') ?? [];
    const word = { form, lemma: '', upos, xpos, head: Number(head) - 1, label, fused: false };
    const place = { start, end: start + form.length };
    start = place.end + 1;
    return { ...word, ...place };
  });
  return { document: null, text, words };
}
