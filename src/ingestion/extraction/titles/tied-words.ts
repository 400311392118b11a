import { isInfinitive } from '../../../parsing/tree/predicate.ts';
import {
  constituentOf,
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/**
 * The words before which a title must not be cut, because they tell what the words before them need. Empty without a tree.
 *
 * - "led | *by* the ministry", "focused | *on* the mine"
 * - "will close | *if* it rains"
 * - "was chosen | *to* lead the bank"
 * - "issued a letter*, asking* all yards to close"
 * - "came home two years | *after* the theft"
 */
export function tiedWords({ parsed }: SentenceAnalysis): ReadonlySet<number> {
  if (parsed === null) return new Set();
  const openings = [...parsed.words.keys()].flatMap((index) => {
    const isTied = [isCondition, isNeededAim, tellsContent].some((test) => test(parsed, index));
    if (isAfterMeasure(parsed, index)) return [index];
    return isTied ? [firstWord(parsed, index)] : isBesideVerb(parsed, index) ? [caseAt(parsed, index)] : [];
  });
  return withCommas(parsed, openings);
}

/** The words before which a title without an ellipsis must not be cut: further nouns of a list, as in "cash*, shares and wine*". */
export function listedWords({ parsed }: SentenceAnalysis): ReadonlySet<number> {
  if (parsed === null) return new Set();
  const isNoun = (word: number): boolean => /^(?:NOUN|NUM|PROPN|SYM)$/u.test(parsed.words[word]?.upos ?? '');
  const listed = [...parsed.words.keys()].filter((index) => {
    const { sure, head = -1 } = parsed.words[index] ?? {};
    return sure === true && roleOf(parsed, index) === 'conj' && isNoun(index) && isNoun(head);
  });
  return withCommas(
    parsed,
    listed.map((index) => firstWord(parsed, index)),
  );
}

/** The first word of a constituent, without a comma before it. */
const firstWord = (tree: SentenceTree, index: number): number =>
  constituentOf(tree, index).find((word) => tree.words[word]?.upos !== 'PUNCT') ?? index;

/** Words with the commas right before them. */
const withCommas = ({ words }: SentenceTree, indices: readonly number[]): ReadonlySet<number> =>
  new Set(indices.flatMap((index) => (words[index - 1]?.form === ',' ? [index - 1, index] : [index])));

const caseAt = (tree: SentenceTree, noun: number): number => dependentWith(tree, noun, 'case') ?? -1;

/** "led *by the ministry*": an oblique right behind its verb is what the verb needs. */
function isBesideVerb(tree: SentenceTree, noun: number): boolean {
  const head = tree.words[noun]?.head ?? -1;
  return roleOf(tree, noun) === 'obl' && tree.words[head]?.upos === 'VERB' && caseAt(tree, noun) === head + 1;
}

/** "two years *after* the theft" */
function isAfterMeasure({ words }: SentenceTree, index: number): boolean {
  const isMeasure = /^(?:second|minute|hour|day|week|month|year|decade)s$/iu.test(
    words[index - 1]?.form ?? '',
  );
  return isMeasure && /^(?:after|ago|before|since)$/iu.test(words[index]?.form ?? '');
}

/** "will close *if it rains*". */
export const isCondition = (tree: SentenceTree, predicate: number): boolean =>
  roleOf(tree, predicate) === 'advcl' &&
  dependentsWith(tree, predicate, 'mark').some((mark) =>
    /^(?:if|unless)$/iu.test(tree.words[mark]?.form ?? ''),
  );

/** Verbs that say for which aim a person is taken. */
const TAKES_FOR_AIM =
  /^(?:appoint|authorize|choose|elect|employ|enlist|hire|invite|name|nominate|pick|recruit|select|tap)$/u;

/** "was chosen *to lead the bank*". */
export function isNeededAim(tree: SentenceTree, predicate: number): boolean {
  const head = tree.words[predicate]?.head ?? -1;
  const isAim = roleOf(tree, predicate) === 'advcl' && isInfinitive(tree, predicate) && predicate > head;
  return isAim && TAKES_FOR_AIM.test(tree.words[head]?.lemma ?? '');
}

/** Things that are nothing without their content, and verbs of giving them out. */
const MESSAGE =
  /^(?:advisory|alert|appeal|call|circular|directive|e-?mail|letter|memo|message|note|notice|notification|order|petition|resolution|statement|tweet|warning)s?$/iu;
const GIVES_OUT = /^(?:adopt|circulate|file|issue|make|pass|post|publish|put|release|send|sign|write)$/u;
const TELLS =
  /^(?:advise|announce|ask|call|condemn|declare|demand|direct|instruct|invite|order|request|say|state|tell|urge|warn)$/u;

/** "issued a letter, *asking all yards to close*". */
function tellsContent(tree: SentenceTree, predicate: number): boolean {
  const { head = -1, xpos, lemma = '' } = tree.words[predicate] ?? {};
  if (xpos !== 'VBG' || !TELLS.test(lemma) || !/^(?:acl|advcl)$/u.test(roleOf(tree, predicate))) return false;
  const isMessage = (noun: number | null): boolean => MESSAGE.test(tree.words[noun ?? -1]?.form ?? '');
  const givesOut = GIVES_OUT.test(tree.words[head]?.lemma ?? '');
  return isMessage(head) || (givesOut && isMessage(dependentWith(tree, head, 'obj')));
}
