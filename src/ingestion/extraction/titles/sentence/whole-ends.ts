import { caseOf } from '../../../../parsing/tree/participants.ts';
import {
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../../sentence-analysis.ts';
import { tiedWords } from '../tied-words.ts';

/** Marks before which an aside may be cut off. */
const PAUSE = /^(?:[,;:–—]|--?)$/u;
/** Labels that may be cut off at any place, and those that may at a pause: "Leeds, *a port*", "the men, *who fled*". */
const LOOSE = /^(?:discourse|parataxis|punct)$/u;
const LOOSE_AT_PAUSE = /^(?:acl|advmod|appos|nmod|obl)$/u;
/** Prepositions of a place or a circumstance, without which a verb says enough. */
const CIRCUMSTANCE =
  /^(?:across|after|amid|around|at|before|despite|during|following|in|near|on|over|since|through|under)$/u;

/**
 * The places where a cut leaves whole constituents: the ends of words, as positions in the text. The place after "closed the mine"
 * is one in "The board closed the mine, which was old"; the place after "which" is none. Empty without a tree.
 */
export function wholeEndsOf(sentence: SentenceAnalysis): readonly number[] {
  const { tokens, quotes, parsed } = sentence;
  if (parsed === null) return [];
  const tied = tiedWords(sentence);
  const [torn, tornWithoutPause] = [new Crossings(tokens.length), new Crossings(tokens.length)];
  for (const index of parsed.words.keys()) {
    const head = parsed.words[index]?.head ?? -1;
    const looseness = head < 0 ? 'ANYWHERE' : loosenessOf(parsed, index, head);
    if (looseness === 'ANYWHERE') continue;
    (looseness === 'AT_PAUSE' ? tornWithoutPause : torn).add(Math.min(index, head), Math.max(index, head));
  }
  const [arcs, arcsWithoutPause] = [torn.counts(), tornWithoutPause.counts()];
  return tokens.flatMap(({ text, end }, index) => {
    const next = tokens[index + 1];
    const isPause = PAUSE.test(next?.text ?? '');
    const isWhole = arcs[index] === 0 && (isPause || arcsWithoutPause[index] === 0);
    const isInQuotation = quotes[index]?.quoted === true && quotes[index + 1]?.quoted === true;
    const isEnd = next !== undefined && next.start > end && /[\p{L}\p{N}”"’)]$/u.test(text);
    return isWhole && isEnd && !isInQuotation && !tied.has(index + 1) ? [end] : [];
  });
}

/** Where a cut may part a word from its head. */
function loosenessOf(tree: SentenceTree, index: number, head: number): 'ANYWHERE' | 'AT_PAUSE' | 'NOWHERE' {
  const role = roleOf(tree, index);
  if (role === 'punct') return 'ANYWHERE';
  /** "*The mine closed*, the board said": content stands alone. */
  if (index < head) return role === 'ccomp' ? 'AT_PAUSE' : 'NOWHERE';
  if (role === 'advcl') return opensWithTo(tree, index) ? 'AT_PAUSE' : 'ANYWHERE';
  if (LOOSE.test(role) || (role === 'obl' && isCircumstance(tree, index, head))) return 'ANYWHERE';
  if (role === 'conj') return isSecondVerb(tree, index, head) ? 'ANYWHERE' : 'NOWHERE';
  return LOOSE_AT_PAUSE.test(role) ? 'AT_PAUSE' : 'NOWHERE';
}

/** "voted *to close the mine*", which the parser may take for an aim. */
const opensWithTo = (tree: SentenceTree, index: number): boolean =>
  dependentsWith(tree, index, 'mark').some((mark) => tree.words[mark]?.xpos === 'TO');

/** "closed the mine *in Leeds*"; not "focused *on mines*", where the verb has nothing else. */
const isCircumstance = (tree: SentenceTree, index: number, head: number): boolean =>
  CIRCUMSTANCE.test(caseOf(tree, index) ?? '') && dependentWith(tree, index, 'case') !== head + 1;

/** "closed the mine *and left*"; not "closed *and sold* the mine", which share an object. */
const isSecondVerb = (tree: SentenceTree, index: number, head: number): boolean =>
  /^(?:AUX|VERB)$/u.test(tree.words[index]?.upos ?? '') &&
  (dependentWith(tree, head, 'obj', 'ccomp', 'xcomp', 'obl') !== null ||
    dependentWith(tree, index, 'nsubj') !== null);

/** Counts the arcs over each gap between neighbouring words. */
class Crossings {
  readonly #changes: number[];

  constructor(length: number) {
    this.#changes = Array.from({ length: length + 1 }, () => 0);
  }

  add(first: number, last: number): void {
    this.#changes[first] = (this.#changes[first] ?? 0) + 1;
    this.#changes[last] = (this.#changes[last] ?? 0) - 1;
  }

  counts(): readonly number[] {
    let open = 0;
    return this.#changes.map((change) => {
      open += change;
      return open;
    });
  }
}
