import type { LemmaOf } from './lemma.ts';
import type { TreeWord } from './tree/sentence-tree.ts';

/** Verbs whose base, past and participle are alike. */
export const UNCHANGING: ReadonlySet<string> = new Set(
  'bet broadcast burst cast cost cut hit hurt let put quit read set shed shut spread split'.split(' '),
);

/**
 * Tags of verbs that the tree knows better than the tagger. A noun with a subject and without a copula is a verb: "Parliament
 * meets". A verb such as "quit" after a subject in the singular is past, since its present tense ends in "s": "The mayor quit".
 */
export function mendTags(words: readonly TreeWord[], lemmaOf: LemmaOf): readonly TreeWord[] {
  return words.map((word, index) => {
    const xpos = verbTagOf(words, word, index);
    return xpos === null ? word : { ...word, upos: 'VERB', xpos, lemma: lemmaOf(word.form, xpos) };
  });
}

function verbTagOf(words: readonly TreeWord[], { form, xpos }: TreeWord, index: number): string | null {
  const isUnchanging = UNCHANGING.has(form.toLowerCase());
  if (xpos !== 'NNS' && !(isUnchanging && /^(?:NN|VBP?)$/u.test(xpos))) return null;
  const dependents = words.filter(({ head }) => head === index);
  const subject = dependents.find(({ label }) => /^nsubj(?::|$)/u.test(label));
  if (subject === undefined || dependents.some(({ label }) => /^(?:cop|aux|mark)(?::|$)/u.test(label)))
    return null;
  const isSingular = /^NNP?$/u.test(subject.xpos) || /^(?:he|she|it)$/iu.test(subject.form);
  const isJoined = words.some(({ head, label }) => words[head] === subject && label === 'conj');
  if (!isSingular || isJoined) return null;
  return isUnchanging ? 'VBD' : 'VBZ';
}
