import type { ConlluSentence, ConlluWord } from '../../../src/parsing/conllu.ts';
import { type Parser, SURE_MARGIN } from '../../../src/parsing/create-parser.ts';

/** Words of the treebank, words of the parser, and how many of them are right. */
export interface Count {
  gold: number;
  found: number;
  right: number;
}

export interface ParseScore {
  readonly upos: Count;
  readonly xpos: Count;
  /** Words with the right head. */
  readonly uas: Count;
  /** Words with the right head and the right label, subtype included. */
  readonly las: Count;
  /** Words whose head the parser is sure of. `gold` counts all words. */
  readonly sure: Count;
  /** Words with the right head and label, by label. */
  readonly byLabel: ReadonlyMap<string, Count>;
}

/** A word as the parser reads it, with its place in the sentence's text. */
export interface ReadWord extends Pick<ConlluWord, 'start' | 'end' | 'upos' | 'xpos' | 'head' | 'label'> {
  readonly sure: boolean;
}

/** How the words of a sentence are read. */
export type Reading = (sentence: ConlluSentence) => readonly ReadWord[];

/** F1 of a count: the harmonic mean of precision and recall, in percent. */
export const f1 = ({ gold, found, right }: Count): number =>
  gold + found === 0 ? 0 : (200 * right) / (gold + found);

export const percentages = ({ upos, uas, las }: ParseScore): string =>
  `UPOS ${f1(upos).toFixed(1)} UAS ${f1(uas).toFixed(1)} LAS ${f1(las).toFixed(1)}`;

/** Scores a parser that gets the treebank's words. */
export const scoreGivenWords = (parser: Parser, sentences: readonly ConlluSentence[]): ParseScore =>
  scoreReading(({ words }) => readWords(parser, words), sentences);

/** Parses words that have a place in the text. */
export function readWords(
  parser: Parser,
  words: readonly { readonly form: string; readonly start: number; readonly end: number }[],
): readonly ReadWord[] {
  const { upos, xpos, heads, labels, margins } = parser.parse(words.map(({ form }) => form));
  return words.map(({ start, end }, index) => ({
    start,
    end,
    upos: upos[index] ?? '',
    xpos: xpos[index] ?? '',
    head: heads[index] ?? -1,
    label: labels[index] ?? '',
    sure: (margins[index] ?? 0) >= SURE_MARGIN,
  }));
}

/** Scores words that cover the same characters as a word of the treebank; a head is right where it covers the same. */
export function scoreReading(read: Reading, sentences: readonly ConlluSentence[]): ParseScore {
  const score = {
    upos: none(),
    xpos: none(),
    uas: none(),
    las: none(),
    sure: none(),
    byLabel: new Map<string, Count>(),
  };
  const ofLabel = (label: string): Count => {
    const count = score.byLabel.get(label) ?? none();
    score.byLabel.set(label, count);
    return count;
  };
  for (const sentence of sentences) {
    const found = read(sentence);
    for (const count of [score.upos, score.xpos, score.uas, score.las]) {
      count.gold += sentence.words.length;
      count.found += found.length;
    }
    score.sure.gold += found.length;
    score.sure.found += found.filter(({ sure }) => sure).length;
    const byPlace = new Map(found.map((word) => [placeOf(word), word]));
    for (const gold of sentence.words) ofLabel(gold.label).gold += 1;
    for (const word of found) ofLabel(word.label).found += 1;
    for (const gold of sentence.words) {
      const word = byPlace.get(placeOf(gold));
      if (word === undefined) continue;
      if (word.upos === gold.upos) score.upos.right += 1;
      if (word.xpos === gold.xpos) score.xpos.right += 1;
      if (placeOf(found[word.head]) !== placeOf(sentence.words[gold.head])) continue;
      score.uas.right += 1;
      if (word.sure) score.sure.right += 1;
      if (word.label !== gold.label) continue;
      score.las.right += 1;
      ofLabel(gold.label).right += 1;
    }
  }
  return score;
}

const none = (): Count => ({ gold: 0, found: 0, right: 0 });

const placeOf = (word: { readonly start: number; readonly end: number } | undefined): string =>
  word === undefined ? 'root' : `${word.start}-${word.end}`;
