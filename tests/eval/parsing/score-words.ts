import type { ConlluSentence } from '../../../src/parsing/conllu.ts';
import type { LemmaOf } from '../../../src/parsing/lemma.ts';
import { splitSentences } from '../../../src/parsing/split-sentences.ts';

/** Shares from 0 to 1. */
export interface WordsScore {
  readonly tokens: number;
  readonly sentenceEnds: number;
  readonly lemmas: number;
}

/** A sentence that ends a line where the next one begins another: a heading, an item of a list. */
const ENDS_LINE = /(?<![.!?…]["”’')\]]*)$/u;

/**
 * How the texts of a treebank are cut, as F1 of spans, and which lemmas its tagged words get. The sentences of a document
 * are joined by spaces, and by line breaks where they have no final mark.
 */
export function scoreWords(sentences: readonly ConlluSentence[], lemmaOf: LemmaOf): WordsScore {
  const [tokens, ends] = [new Counter(), new Counter()];
  for (const document of documentsOf(sentences)) {
    let text = '';
    const gold: string[] = [];
    const goldEnds: string[] = [];
    for (const sentence of document) {
      if (text !== '') text += ENDS_LINE.test(text) ? '\n' : ' ';
      const offset = text.length;
      gold.push(...sentence.words.map(({ start, end }) => `${start + offset}-${end + offset}`));
      text += sentence.text;
      goldEnds.push(`${text.length}`);
    }
    const found = splitSentences(text);
    tokens.add(
      gold,
      found.flatMap((sentence) => sentence.tokens.map(({ start, end }) => `${start}-${end}`)),
    );
    ends.add(
      goldEnds,
      found.map(({ end }) => `${end}`),
    );
  }
  const words = sentences.flatMap((sentence) => sentence.words);
  const right = words.filter(({ form, xpos, lemma }) => lemmaOf(form, xpos) === lemma.toLowerCase());
  return { tokens: tokens.f1(), sentenceEnds: ends.f1(), lemmas: right.length / Math.max(1, words.length) };
}

function documentsOf(sentences: readonly ConlluSentence[]): readonly (readonly ConlluSentence[])[] {
  const documents: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.document !== null || documents.length === 0) documents.push([]);
    documents.at(-1)?.push(sentence);
  }
  return documents;
}

/** Counts marks that two lists share. */
class Counter {
  #gold = 0;
  #found = 0;
  #right = 0;

  add(gold: readonly string[], found: readonly string[]): void {
    const known = new Set(gold);
    this.#gold += gold.length;
    this.#found += found.length;
    this.#right += found.filter((mark) => known.has(mark)).length;
  }

  f1(): number {
    return (2 * this.#right) / Math.max(1, this.#gold + this.#found);
  }
}
