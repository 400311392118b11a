import { PLANS } from '../../../../parsing/tree/plan-words.ts';
import { auxiliariesOf, hasTense, predicatesAbove } from '../../../../parsing/tree/predicate.ts';
import {
  constituentOf,
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../../parsing/tree/sentence-tree.ts';

/** A noun that a clause describes. Indices of words. */
export interface DescribedNoun {
  readonly noun: number;
  readonly predicate: number;
  /** The relative pronoun that is the clause's subject; null for a participle: "three men *arrested* in Leeds". */
  readonly relative: number | null;
}

/** Participles that say how a thing is, and not what was done to it on a day: "a chip based on sand", "a man suspected of arson". */
const STATES =
  /^(?:adjust|associate|attach|base|believe|call|compare|concern|connect|design|entitle|expect|fear|head|inform|interest|involve|know|lead|link|locate|mean|name|need|owe|own|prefer|regard|relate|suspect|think|tie|title|use|value|want)$/u;
/** The participle of "a letter published on Monday" names no act of its own: the letter tells the act. */
export const PUBLISHES = /^(?:air|broadcast|post|print|publish|quote|televise)$/u;

/**
 * The noun that a clause describes: the whole of a list for a plural verb, the name before an apposition. Null for a pronoun, and
 * for a name inside a longer phrase, which may not be the noun that is meant.
 */
export function describedNoun(tree: SentenceTree, predicate: number): DescribedNoun | null {
  if (!/^acl|:relcl$/u.test(tree.words[predicate]?.label ?? '')) return null;
  const subject = dependentsWith(tree, predicate, 'nsubj').find((index) => isRelative(tree, index));
  const relative = subject !== undefined && hasTense(tree, predicate) ? subject : null;
  if (relative === null && !isDone(tree, predicate)) return null;
  const isPerson = /^who$/iu.test(tree.words[relative ?? -1]?.form ?? '');
  const beside = wordBefore(tree, predicate);
  const given = tree.words[predicate]?.head ?? -1;
  const named = (isPerson ? nameAt(tree, beside) : null) ?? nameBefore(tree, given);
  if (named === null && given !== beside && tree.words[predicate]?.sure !== true) return null;
  const noun = headOfList(tree, named ?? given, isPluralVerb(tree, predicate));
  const word = tree.words[noun];
  if (word === undefined || !/^(?:NOUN|PROPN)$/u.test(word.upos)) return null;
  const isPartOfPhrase =
    roleOf(tree, noun) === 'nmod' && (word.upos === 'PROPN' || !isShare(tree, word.head));
  const isInClause = predicatesAbove(tree, predicate).some((above) => hasTense(tree, above));
  return (isPartOfPhrase && !isPerson) || !isInClause ? null : { noun, predicate, relative };
}

/** "which" of "the bridge *which* burnt". */
export const isRelative = ({ words }: SentenceTree, index: number): boolean =>
  /^(?:who|which|that)$/iu.test(words[index]?.form ?? '');

/** A participle of the passive that names an act: "arrested", "sold". */
function isDone(tree: SentenceTree, predicate: number): boolean {
  const { xpos, lemma = '', label } = tree.words[predicate] ?? {};
  const isAct = !STATES.test(lemma) && !PUBLISHES.test(lemma) && !PLANS.has(lemma);
  const isBare =
    [...auxiliariesOf(tree, predicate), ...dependentsWith(tree, predicate, 'nsubj')].length === 0;
  return xpos === 'VBN' && label === 'acl' && isAct && isBare;
}

/** All that is listed, where a clause describes more than the last of it: "two men and *a boy* who were seen". */
function headOfList(tree: SentenceTree, noun: number, isPlural: boolean): number {
  const isListed = roleOf(tree, noun) === 'conj' || (isPlural && roleOf(tree, noun) === 'appos');
  const head = tree.words[noun]?.head ?? -1;
  return isListed && (isPlural || lacksArticle(tree, noun)) ? headOfList(tree, head, isPlural) : noun;
}

/** The word that a clause follows, with a comma at most between them. */
function wordBefore(tree: SentenceTree, predicate: number): number {
  const first = constituentOf(tree, predicate).find((index) => tree.words[index]?.form !== ',') ?? 0;
  return tree.words[first - 1]?.form === ',' ? first - 2 : first - 1;
}

/** The head of the name that a word ends: "Hart" of "the arrest of Zora Hart, who fled", where the tree has "arrest". */
function nameAt(tree: SentenceTree, word: number): number | null {
  if (tree.words[word]?.upos !== 'PROPN') return null;
  const head = tree.words[word]?.head ?? -1;
  if (roleOf(tree, word) === 'nmod' && tree.words[head]?.upos === 'PROPN') return null;
  return /^(?:flat|compound)$/u.test(roleOf(tree, word)) ? nameAt(tree, head) : word;
}

/** "*Zora Hart*, the mayor, who fled": the name that an apposition explains. */
function nameBefore(tree: SentenceTree, noun: number): number | null {
  const head = tree.words[noun]?.head ?? -1;
  return roleOf(tree, noun) === 'appos' && tree.words[head]?.upos === 'PROPN' ? head : null;
}

/** "*one* of three men arrested", where the men are meant; not "a *list* of men issued". */
const isShare = ({ words }: SentenceTree, index: number): boolean =>
  /^(?:NUM|DET|PRON|ADJ)$/u.test(words[index]?.upos ?? '');

const isPluralVerb = (tree: SentenceTree, predicate: number): boolean =>
  [predicate, ...dependentsWith(tree, predicate, 'aux', 'cop')].some((index) =>
    /^(?:are|were|have)$/iu.test(tree.words[index]?.form ?? ''),
  );

const lacksArticle = (tree: SentenceTree, noun: number): boolean =>
  tree.words[noun]?.upos === 'NOUN' && dependentWith(tree, noun, 'det', 'nummod', 'amod', 'nmod') === null;

/** "the Leeds" of "the Leeds-York line": a hyphen follows the last word. */
export function tearsCompound({ words }: SentenceTree, indices: readonly number[]): boolean {
  const [last, next] = [words[indices.at(-1) ?? -1], words[(indices.at(-1) ?? -1) + 1]];
  return next?.form === '-' && next.start === last?.end;
}
