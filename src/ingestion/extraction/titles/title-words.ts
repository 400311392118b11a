import type { SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** Words of a sentence, by their indices, with the spaces that the text has between neighbours. */
export const wordsAsTitle = ({ text, tokens }: SentenceAnalysis, indices: readonly number[]): string =>
  indices
    .map((index, place) => {
      const [token, before] = [tokens[index], tokens[indices[place - 1] ?? -1]];
      const isGlued = token !== undefined && before?.end === token.start;
      return `${place === 0 || isGlued ? '' : ' '}${text.slice(token?.start, token?.end)}`;
    })
    .join('');

/** The words without punctuation and conjunctions at either end. Quotation marks and signs of currency stay. */
export function withoutEdgeMarks({ words }: SentenceTree, indices: readonly number[]): readonly number[] {
  const isMark = (index: number): boolean =>
    words[index]?.upos === 'CCONJ' || /^[^\p{L}\p{N}$€£%”"’']+$/u.test(words[index]?.form ?? '');
  const first = indices.findIndex((index) => !isMark(index));
  const last = indices.findLastIndex((index) => !isMark(index));
  return first === -1 ? [] : indices.slice(first, last + 1);
}

/** "were" after a plural, a number or a list of nouns, else "was". */
export function auxiliaryFor({ words, dependents }: SentenceTree, noun: number): 'was' | 'were' {
  const { xpos = '', upos } = words[noun] ?? {};
  const isList = (dependents[noun] ?? []).some((index) => words[index]?.label === 'conj');
  return /S$/u.test(xpos) || upos === 'NUM' || isList ? 'were' : 'was';
}
