import { caseOf } from '../../../parsing/tree/participants.ts';
import { auxiliariesOf, isPredicate } from '../../../parsing/tree/predicate.ts';
import {
  constituentOf,
  dependentsWith,
  dependentWith,
  headsOf,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';

/** The words of a sentence that a title keeps, with the predicate that it tells. Indices of words. */
export interface KeptWords {
  readonly tree: SentenceTree;
  readonly predicate: number;
  readonly kept: ReadonlySet<number>;
  /** Words that a title leaves out on purpose: times, and a short clause that holds its own time ("televised today"). */
  readonly leftOut: ReadonlySet<number>;
  /** Whether a colon takes the place of a verb of saying, on which the content hangs. */
  readonly hasColon: boolean;
}

/**
 * Words of a title without the word that they hang on: "even" where "…, even though it rained" was cut, "Aden" of "the Gulf of
 * Aden, which was searched". In the order of the text.
 */
export function strayWords(words: KeptWords): readonly number[] {
  return [...words.kept].filter((index) => !isHeld(words, index)).sort((one, other) => one - other);
}

function isHeld(words: KeptWords, index: number): boolean {
  const { tree, predicate, kept, leftOut, hasColon } = words;
  const head = tree.words[index]?.head ?? -1;
  if (head === -1 || index === predicate || head === predicate || kept.has(head)) return true;
  const role = roleOf(tree, index);
  if (role === 'punct' || (leftOut.has(head) && role !== 'appos')) return true;
  if (hasColon && isPredicate(tree, index)) return true;
  /** "the crew that sank it": the noun described is the subject. Of a list all may be meant. */
  if (tree.words[predicate]?.head === index && role !== 'conj') return true;
  if (isMisreadSubject(words, index)) return true;
  /** "She sat and *was told*": a subject and an auxiliary of both. */
  return SHARED.test(role) && headsOf(tree, predicate).includes(head) && !isSourceBehind(words, index);
}

/** "The bridge was closed, *officials* said": the subject of a verb of which the title's own verb is the content. */
function isSourceBehind({ tree, predicate }: KeptWords, index: number): boolean {
  const head = tree.words[index]?.head ?? -1;
  const isContent = [predicate, ...headsOf(tree, predicate)].some(
    (word) => roleOf(tree, word) === 'ccomp' && tree.words[word]?.head === head,
  );
  return index > predicate && isContent;
}

/** Labels of words that two predicates may share. */
const SHARED = /^(?:nsubj|csubj|aux|obj|iobj|expl)$/u;

/** "took a tanker and *Britain condemned* it": the parser joins the subject to the object of the verb before. */
function isMisreadSubject({ tree, predicate }: KeptWords, index: number): boolean {
  const last = constituentOf(tree, index).at(-1) ?? index;
  const isBeside = last === (auxiliariesOf(tree, predicate)[0] ?? predicate) - 1;
  if (roleOf(tree, index) !== 'conj' || !isBeside) return false;
  const subject = dependentWith(tree, predicate, 'nsubj');
  const before = tree.words[(constituentOf(tree, subject ?? index)[0] ?? 0) - 1];
  return subject === null || (tree.words[index]?.head === subject && before?.upos === 'VERB');
}

/**
 * The stray words that end a title, with all that hangs on them: "but within days" where "was repulsed" was cut. Empty where a
 * stray word stands before the predicate or inside the title.
 */
export function strayEnd(words: KeptWords): readonly number[] {
  const stray = strayWords(words);
  const whole = new Set(
    stray.flatMap((index) => constituentOf(words.tree, index)).filter((index) => words.kept.has(index)),
  );
  const last = [...words.kept].sort((one, other) => one - other).slice(-whole.size);
  const isEnd = last.every((index) => whole.has(index) && index > words.predicate);
  const isAside =
    /^[,;—–-]$/u.test(words.tree.words[(last[0] ?? 0) - 1]?.form ?? '') || whole.size <= SHORT_ASIDE;
  return isEnd && isAside ? [...whole] : [];
}

/** Number of words that may go although no comma stands before them. */
const SHORT_ASIDE = 3;

/** Labels of words that are part of the word that they hang on. */
const PARTS = /^(?:flat|compound|amod|nummod|nmod:poss|fixed|aux|aux:pass|cop)$/u;

/**
 * Whether a title keeps a noun or verb without a part of it: "the world's number" of "the world's number *two maker*", "Ray and Orr
 * came" of "Ray, *Poe* and Orr came".
 */
export function lacksPart({ tree, predicate, kept, leftOut }: KeptWords): boolean {
  const isKept = (index: number): boolean => kept.has(index);
  return tree.words.some(({ head, label, upos, xpos }, index) => {
    if (kept.has(index) || leftOut.has(index) || !kept.has(head)) return false;
    /** "Orr, *founder* of the yard, left": a common noun after a name explains it. */
    const isListed = upos === tree.words[head]?.upos && /^(?:NOUN|PROPN)$/u.test(upos);
    if (label === 'conj') return isListed && index < predicate;
    if (label.startsWith('nsubj') && !xpos.startsWith('W'))
      return dependentsWith(tree, head, 'nsubj').some(isKept);
    return PARTS.test(label) && tree.words[index - 1]?.form !== ',';
  });
}

/**
 * Whether a title cuts off what says which thing a noun means: "patients *with fever*", "the men *who fled*". Words after a comma
 * do not.
 */
export const tearsNoun = ({ tree, kept, leftOut, hasColon }: KeptWords): boolean =>
  hasColon ||
  tree.words.some(({ head, upos, sure }, index) => {
    if (kept.has(index) || leftOut.has(index) || !kept.has(head)) return false;
    const role = roleOf(tree, index);
    const mayDescribe = role === 'obl' && (!sure || tree.words[head]?.upos === 'ADJ');
    const isPart =
      /^(?:acl|nmod)$/u.test(role) ||
      (role === 'conj' && /^(?:NOUN|PROPN)$/u.test(upos)) ||
      (mayDescribe && /^(?:in|of|with)$/u.test(caseOf(tree, index) ?? ''));
    return isPart && tree.words[(constituentOf(tree, index)[0] ?? 0) - 1]?.form !== ',';
  });
