import { DENIALS, PLANS, PROPOSALS } from './plan-words.ts';
import { hangingOf, hasTense, isInfinitive, isPassive } from './predicate.ts';
import { constituentOf, dependentsWith, dependentWith, roleOf, type SentenceTree } from './sentence-tree.ts';

/** The subject of a predicate: the index of its head word. */
export interface Subject {
  readonly word: number;
  /** Whether the subject hangs on the predicate itself. It may also be the subject or object of a clause above. */
  readonly own: boolean;
  /** Whether it is the one to whom it is done. */
  readonly passive: boolean;
}

const RELATIVE_PRONOUN = /^(?:who|whom|which|that)$/iu;
/** Verbs whose subject, not their object, does what follows: "He promised her to come". */
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow']);

const isRelativePronoun = ({ words }: SentenceTree, index: number | null): boolean =>
  index !== null && RELATIVE_PRONOUN.test(words[index]?.form ?? '') && words[index]?.upos === 'PRON';

/**
 * The subject of a predicate. Without one of its own it has that of the clause above.
 *
 * - "She" for "left" in "She rose and left", and for "sign" in "She agreed to sign"
 * - "She" for "adding" in "She agreed, adding …"
 * - "crew" for "leave" in "She told the crew to leave"
 * - "ship" for "sank" in "the ship that sank", "men" for "arrested" in "the men arrested in May"
 */
export function subjectOf(tree: SentenceTree, predicate: number): Subject | null {
  const passive = isPassive(tree, predicate);
  for (let at = predicate; ; ) {
    const own = ownSubject(tree, at);
    const head = tree.words[at]?.head ?? -1;
    const role = roleOf(tree, at);
    if (own !== null) {
      const isAntecedent = role === 'acl' && isRelativePronoun(tree, own) && head >= 0;
      return { word: isAntecedent ? head : own, own: at === predicate && !isAntecedent, passive };
    }
    if (head < 0) return null;
    if (role === 'acl') {
      const word = describedNoun(tree, at, head);
      return word === null ? null : { word, own: false, passive };
    }
    if (role === 'xcomp' || (role === 'ccomp' && !hasTense(tree, at))) {
      const controller = controllerOf(tree, head);
      if (controller !== null) return { word: controller, own: false, passive };
    } else if (role !== 'conj' && !(role === 'advcl' && !hasTense(tree, at))) return null;
    at = head;
  }
}

/**
 * The noun that does what a clause on it says: "ship" for "sank" in "the ship that sank", "woman" for "fly" in "the first
 * woman to fly". A plan does nothing itself: in "She dropped her plan to sell" it is "She" who sells.
 */
function describedNoun(tree: SentenceTree, predicate: number, noun: number): number | null {
  if (
    !isInfinitive(tree, predicate) ||
    dependentsWith(tree, noun, 'amod').some((index) => isRank(tree, index))
  )
    return noun;
  const lemma = tree.words[noun]?.lemma ?? '';
  const isPlan = PLANS.has(lemma) || PROPOSALS.has(lemma) || DENIALS.has(lemma);
  const { predicate: above } = hangingOf(tree, noun);
  const subject = isPlan && above !== noun ? (subjectOf(tree, above)?.word ?? null) : null;
  return subject === noun ? null : subject;
}

const isRank = ({ words }: SentenceTree, index: number): boolean =>
  /^(?:first|second|third|last|next|only|latest)$/iu.test(words[index]?.form ?? '') ||
  words[index]?.xpos === 'JJS';

/**
 * The innermost `nsubj`: "smuggle" has none in "The object was to smuggle", where "object" is `nsubj:outer`. A noun is
 * preferred to a verb, and the nearer of two nouns that a verb parts: "officials" in "A man drowned, officials said".
 */
function ownSubject(tree: SentenceTree, predicate: number): number | null {
  const found = dependentsWith(tree, predicate, 'nsubj', 'csubj');
  const inner = found.filter((index) => !tree.words[index]?.label.endsWith(':outer'));
  const nouns = inner.filter((index) => tree.words[index]?.upos !== 'VERB');
  const [first = 0, last = 0] = [nouns[0], nouns.at(-1)];
  const isParted =
    last < predicate &&
    tree.words.slice(last, predicate).every(({ upos }) => upos !== 'PUNCT') &&
    tree.words.slice(first, last).some(({ upos }) => upos === 'VERB') &&
    tree.words[(constituentOf(tree, last)[0] ?? 0) - 1]?.form === ',';
  return (isParted ? last : nouns[0]) ?? inner[0] ?? found[0] ?? null;
}

/** The object that does what an infinitive says: "crew" in "She told the crew to leave". */
const controllerOf = (tree: SentenceTree, governor: number): number | null =>
  SUBJECT_CONTROL.has(tree.words[governor]?.lemma ?? '')
    ? null
    : (dependentWith(tree, governor, 'obj') ?? dependentWith(tree, governor, 'iobj'));

/** Who does it in the passive: "police" in "She was arrested by police". */
export function agentOf(tree: SentenceTree, predicate: number): number | null {
  if (!isPassive(tree, predicate)) return null;
  const obliques = dependentsWith(tree, predicate, 'obl');
  const labelled = obliques.find((index) => tree.words[index]?.label === 'obl:agent');
  return labelled ?? obliques.find((index) => caseOf(tree, index) === 'by' && isNamed(tree, index)) ?? null;
}

/** A noun that can act; "by Friday" and "by 5 %" cannot. */
const isNamed = ({ words, dependents }: SentenceTree, index: number): boolean =>
  /^(?:PROPN|PRON)$/u.test(words[index]?.upos ?? '') &&
  !(dependents[index] ?? []).some((word) => words[word]?.upos === 'NUM');

/** The preposition before a noun: "by" in "by police"; "according to" is "according". */
export const caseOf = (tree: SentenceTree, noun: number): string | null => {
  const word = dependentWith(tree, noun, 'case');
  return word === null ? null : (tree.words[word]?.form.toLowerCase() ?? null);
};

/**
 * The object of a predicate: "deal" in "She signed the deal", and in "the deal that she signed" and "the deal she
 * signed". Null in the passive.
 */
export function objectOf(tree: SentenceTree, predicate: number): number | null {
  const own = dependentWith(tree, predicate, 'obj');
  const head = tree.words[predicate]?.head ?? -1;
  const isRelative = tree.words[predicate]?.label === 'acl:relcl' && head >= 0;
  if (own !== null) return isRelative && isRelativePronoun(tree, own) ? head : own;
  const subject = ownSubject(tree, predicate);
  const isGap =
    isRelative &&
    subject !== null &&
    !isRelativePronoun(tree, subject) &&
    tree.words[predicate]?.upos === 'VERB' &&
    dependentWith(tree, predicate, 'xcomp', 'ccomp') === null &&
    !isPassive(tree, predicate) &&
    !(tree.dependents[predicate] ?? []).some((index) => /^W/u.test(tree.words[index]?.xpos ?? ''));
  return isGap ? head : null;
}

/**
 * To whom something is given or said: "crew" in "She gave the crew a day", "She gave a day to the crew" and "She said to the
 * crew that …".
 */
export function recipientOf(tree: SentenceTree, predicate: number): number | null {
  const indirect = dependentWith(tree, predicate, 'iobj');
  if (indirect !== null || dependentWith(tree, predicate, 'obj', 'ccomp') === null) return indirect;
  return dependentsWith(tree, predicate, 'obl').find((index) => caseOf(tree, index) === 'to') ?? null;
}

/** The clause that completes a predicate: "sign" in "She agreed to sign", "failed" in "She said it had failed". */
export const complementOf = (tree: SentenceTree, predicate: number): number | null =>
  dependentWith(tree, predicate, 'ccomp', 'xcomp');

/**
 * Those who do what the predicate says: the subject with all that is coordinated with it, in the passive the agent. Empty
 * where the text does not say it.
 */
export function actorsOf(tree: SentenceTree, predicate: number): readonly number[] {
  const subject = subjectOf(tree, predicate);
  const actor = isPassive(tree, predicate) ? agentOf(tree, predicate) : (subject?.word ?? null);
  return actor === null ? [] : [actor, ...dependentsWith(tree, actor, 'conj')];
}
