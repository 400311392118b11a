import { decodeTree } from './decode-tree.ts';
import { createNet, MOST_WORDS, type OpenKernel } from './net.ts';
import { readWeights } from './weights.ts';

/** The tags of a sentence's words. */
export interface Tags {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
}

/** A sentence as the parser reads it. Every list has an entry for each word. */
export interface Parse extends Tags {
  /** Index of the word that each word depends on; -1 for the root. */
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  /**
   * How far the head's score lies above the next best one; negative where only the tree as a whole speaks for the
   * head. From `SURE_MARGIN` on an arc can be trusted.
   */
  readonly margins: readonly number[];
}

export interface Parser {
  /** Parses a sentence that is cut into words as Universal Dependencies cut them: `He`, `does`, `n't`, `know`, `.`. */
  readonly parse: (words: readonly string[]) => Parse;
  /** The same tags without heads, for a third of the work. */
  readonly tag: (words: readonly string[]) => Tags;
}

/** A word whose margin is lower may hang on another head. */
export const SURE_MARGIN = 3;

/** Of the marks at which a long sentence is cut the last is taken that leaves at least this many words before it. */
const FEWEST_WORDS = MOST_WORDS / 2;

/**
 * Opens a parser from the bytes of a weights file. A parse is a pure function of the words, and the same on every
 * processor. A sentence of more words than the net reads is cut at a mark. The later parts hang on the first part's
 * root as parataxis, which is not sure.
 */
export function createParser(file: Uint8Array, open?: OpenKernel): Parser {
  const weights = readWeights(file);
  const net = createNet(weights, open);
  const { upos, xpos, labels } = weights;
  const rootLabel = labels.indexOf('root');

  function tagsOf(scores: Float32Array, count: number): Tags {
    const tags = (names: readonly string[], first: number, unknown: string): readonly string[] =>
      Array.from(
        { length: count },
        (_, word) => names[best(scores, word * net.tagColumns + first, names.length)] ?? unknown,
      );
    return { upos: tags(upos, 0, 'X'), xpos: tags(xpos, upos.length, 'FW') };
  }

  function parsePart(words: readonly string[]): Parse {
    const scores = net.read(words);
    const heads = decodeTree(scores.arcs, words.length);
    const labelScores = scores.labels(heads);
    const labelOf = (word: number): number =>
      heads[word] === 0 ? rootLabel : best(labelScores, word * net.labelColumns, labels.length, rootLabel);
    const each = <Value>(value: (word: number) => Value): readonly Value[] =>
      words.map((_, word) => value(word));
    return {
      ...tagsOf(scores.tags, words.length),
      heads: each((word) => (heads[word] ?? 0) - 1),
      labels: each((word) => labels[labelOf(word)] ?? 'dep'),
      margins: each((word) => marginOf(scores.arcs, word, heads[word] ?? 0, words.length)),
    };
  }

  return {
    parse: (words) => joinParts(partsOf(words).map(parsePart)),
    tag: (words) => joinTags(partsOf(words).map((part) => tagsOf(net.readTags(part), part.length))),
  };
}

/** The place of the highest number of a row; the first of equal ones. */
function best(scores: Float32Array, first: number, count: number, without = -1): number {
  let [highest, place] = [Number.NEGATIVE_INFINITY, 0];
  for (let at = 0; at < count; at += 1) {
    const score = scores[first + at] ?? 0;
    if (score > highest && at !== without) [highest, place] = [score, at];
  }
  return place;
}

function marginOf(arcs: Float32Array, word: number, chosen: number, words: number): number {
  let other = Number.NEGATIVE_INFINITY;
  const row = word * (words + 1);
  for (let head = 0; head <= words; head += 1) {
    if (head !== chosen && head !== word + 1) other = Math.max(other, arcs[row + head] ?? 0);
  }
  return (arcs[row + chosen] ?? 0) - other;
}

const CUT_AFTER = /^(?:[.,;:!?…)\]"”–—|]|--?)$/u;

function partsOf(words: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  let start = 0;
  while (words.length - start > MOST_WORDS) {
    let end = start + MOST_WORDS;
    while (end > start + FEWEST_WORDS && !CUT_AFTER.test(words[end - 1] ?? '')) end -= 1;
    if (end === start + FEWEST_WORDS) end = start + MOST_WORDS;
    parts.push(words.slice(start, end));
    start = end;
  }
  return start < words.length ? [...parts, words.slice(start)] : parts;
}

const joinTags = (parts: readonly Tags[]): Tags => ({
  upos: parts.flatMap(({ upos }) => upos),
  xpos: parts.flatMap(({ xpos }) => xpos),
});

function joinParts(parts: readonly Parse[]): Parse {
  const [first, ...more] = parts;
  if (first !== undefined && more.length === 0) return first;
  const joined = { upos: [], xpos: [], heads: [], labels: [], margins: [] } as {
    -readonly [Key in keyof Parse]: Parse[Key][number][];
  };
  const root = first?.heads.indexOf(-1) ?? -1;
  for (const part of parts) {
    const start = joined.heads.length;
    for (const [word, head] of part.heads.entries()) {
      const isLaterRoot = head === -1 && start > 0;
      joined.heads.push(isLaterRoot ? root : head === -1 ? -1 : start + head);
      joined.labels.push(isLaterRoot ? 'parataxis' : (part.labels[word] ?? 'dep'));
      joined.margins.push(isLaterRoot ? 0 : (part.margins[word] ?? 0));
    }
    joined.upos.push(...part.upos);
    joined.xpos.push(...part.xpos);
  }
  return joined;
}
