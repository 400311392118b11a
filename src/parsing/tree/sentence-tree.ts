import type { Span } from '../../domain/event/mention.ts';

/** A word of a parsed sentence. Tags and labels are those of Universal Dependencies and the Penn Treebank. */
export interface TreeWord extends Span {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the word that this word depends on; -1 for the root. */
  readonly head: number;
  readonly label: string;
  /** Whether the parser preferred this head clearly to any other. */
  readonly sure: boolean;
}

/** A sentence with the words that depend on each word, in the order of the text. */
export interface SentenceTree {
  readonly words: readonly TreeWord[];
  readonly dependents: readonly (readonly number[])[];
}

/** Makes a tree of parsed words. A head out of range, and a circle of heads, are cut at the root. */
export function sentenceTree(parsed: readonly TreeWord[]): SentenceTree {
  const heads = acyclicHeads(parsed.map(({ head }) => head));
  const words = parsed.map((word, index) =>
    heads[index] === word.head ? word : { ...word, head: -1, sure: false },
  );
  const dependents: number[][] = words.map(() => []);
  for (const [index, { head }] of words.entries()) dependents[head]?.push(index);
  return { words, dependents };
}

function acyclicHeads(given: readonly number[]): readonly number[] {
  const heads = given.map((head) => (Number.isInteger(head) && head >= 0 && head < given.length ? head : -1));
  const climbedBy = heads.map(() => -1);
  for (const start of heads.keys()) {
    for (let at = start; at !== -1; at = heads[at] ?? -1) {
      if (climbedBy[at] === start) heads[at] = -1;
      if (climbedBy[at] !== -1) break;
      climbedBy[at] = start;
    }
  }
  return heads;
}

/** The part of a label before the colon, which all treebanks share: `obl:agent` → `obl`. */
const familyOf = (label: string | undefined): string => label?.split(':', 1)[0] ?? '';

/** The family of the arc above a word. */
export const roleOf = ({ words }: SentenceTree, word: number): string => familyOf(words[word]?.label);

/** The direct dependents of a word with a label of these families: the `nsubj` of "came" in "The mayor came". */
export const dependentsWith = (
  tree: SentenceTree,
  word: number,
  ...families: readonly string[]
): readonly number[] =>
  (tree.dependents[word] ?? []).filter((index) => families.includes(roleOf(tree, index)));

export const dependentWith = (
  tree: SentenceTree,
  word: number,
  ...families: readonly string[]
): number | null => dependentsWith(tree, word, ...families)[0] ?? null;

/** The words above a word, nearest first. */
export function headsOf({ words }: SentenceTree, word: number): readonly number[] {
  const heads: number[] = [];
  for (let at = words[word]?.head ?? -1; at >= 0; at = words[at]?.head ?? -1) heads.push(at);
  return heads;
}

/** The word on which the others of a span hang: "May" of "3 May 2031". Null for a span without a word. */
export function headOfSpan({ words }: SentenceTree, { start, end }: Span): number | null {
  const isInside = (index: number): boolean => {
    const word = words[index];
    return word !== undefined && word.start < end && word.end > start;
  };
  return [...words.keys()].find((index) => isInside(index) && !isInside(words[index]?.head ?? -1)) ?? null;
}

/**
 * A word with all that hangs on it, in the order of the text: "the mayor of Dover" for "mayor". `isLeftOut` can leave
 * out a dependent with all of its own.
 */
export function constituentOf(
  { dependents }: SentenceTree,
  word: number,
  isLeftOut: (dependent: number) => boolean = () => false,
): readonly number[] {
  const found = [word];
  for (let at = 0; at < found.length; at += 1) {
    for (const dependent of dependents[found[at] ?? -1] ?? [])
      if (!isLeftOut(dependent)) found.push(dependent);
  }
  return found.sort((one, other) => one - other);
}

/** A word and all that is coordinated with it: "Oslo", "Riga", "Bern" in "Oslo, Riga and Bern". */
export const conjunctsOf = (tree: SentenceTree, word: number): readonly number[] => [
  word,
  ...dependentsWith(tree, word, 'conj').flatMap((index) => conjunctsOf(tree, index)),
];
