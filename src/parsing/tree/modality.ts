import type { IsSpeech } from './attribution.ts';
import { DENIALS, PLANS, PROPOSALS } from './plan-words.ts';
import { auxiliariesOf, hasTense, isInfinitive } from './predicate.ts';
import { dependentsWith, dependentWith, roleOf, type SentenceTree } from './sentence-tree.ts';

/**
 * UNREAL: denied, possible, proposed or on a condition ("could meet", "failed to meet", "if they meet"). WOULD: a plan or
 * a condition ("would meet"). PLANNED: "will meet", "plans to meet". `word` is the word that says so.
 */
export interface Modality {
  readonly kind: 'UNREAL' | 'WOULD' | 'PLANNED' | 'ASSERTED';
  readonly word: number | null;
}

const NOT = /^(?:not|n['’]t|nt|never|no)$/iu;
/** "Not only did she come" denies nothing. */
const ONLY = /^(?:only|just|merely|simply)$/iu;
const NOBODY = /^(?:no|neither|nobody|none|nothing)$/iu;
const POSSIBLE = /^(?:can|ca|could|may|might|must|should)$/iu;
const WOULD = /^(?:would|'d|’d)$/iu;
const WILL = /^(?:will|wo|shall|['’]?ll)$/iu;
const CONDITION = /^(?:if|unless|whether|lest)$/iu;

/**
 * The word that denies a predicate: "not" for "sign" in "She did not sign", "no" in "No ship came" and for "plan" in "no plan to go", "failed" for "act" in
 * "She failed to act".
 */
export function negationOf(tree: SentenceTree, predicate: number): number | null {
  const own = ownNegation(tree, predicate);
  const above = governorOf(tree, predicate);
  /** "She did not answer, citing the rules": the participle is not denied. */
  const isAside = roleOf(tree, predicate) === 'advcl' && !isInfinitive(tree, predicate);
  if (above === null || isAside) return own;
  const denial =
    DENIALS.has(tree.words[above]?.lemma ?? '') && roleOf(tree, predicate) !== 'conj' ? above : null;
  /** Who does not say or know a thing does not deny it. */
  const outer = roleOf(tree, predicate) === 'ccomp' ? null : negationOf(tree, above);
  const isDenied = (denial === null) !== (outer === null);
  return own ?? (isDenied ? (outer ?? denial) : null);
}

function ownNegation(tree: SentenceTree, predicate: number): number | null {
  const isForm = (pattern: RegExp) => (index: number) => pattern.test(tree.words[index]?.form ?? '');
  const around = dependentsWith(tree, predicate, 'nsubj', 'obj');
  const determiners = [
    ...around.flatMap((index) => [index, ...dependentsWith(tree, index, 'det')]),
    ...dependentsWith(tree, predicate, 'det'),
  ];
  return (
    dependentsWith(tree, predicate, 'advmod').find(
      (index) => isForm(NOT)(index) && !isForm(ONLY)(index + 1),
    ) ??
    determiners.find(isForm(NOBODY)) ??
    dependentsWith(tree, predicate, 'mark').find(isForm(/^without$/iu)) ??
    null
  );
}

/**
 * The word whose modality holds for a predicate too: "agreed" for "sign" in "agreed to sign", "plan" in "a plan to sign".
 * A relative clause and a finite adverbial clause have their own modality.
 */
function governorOf(tree: SentenceTree, predicate: number): number | null {
  const word = tree.words[predicate];
  if (word === undefined || word.head < 0) return null;
  switch (roleOf(tree, predicate)) {
    case 'xcomp':
    case 'ccomp':
    case 'csubj':
    case 'obj':
    case 'nsubj':
      return word.head;
    case 'acl':
      return isInfinitive(tree, predicate) ? governorOfObject(tree, word.head) : null;
    case 'advcl':
    case 'conj':
      return hasTense(tree, predicate) ? null : word.head;
    default:
      return null;
  }
}

/** "expect" in "They expect the work to end", where parsers hang "end" on "work"; "plan" in "They drop a plan to sell". */
function governorOfObject(tree: SentenceTree, noun: number): number {
  const above = tree.words[noun]?.head ?? -1;
  const isVerb = roleOf(tree, noun) === 'obj' && tree.words[above]?.upos === 'VERB';
  const isMeant = (index: number): boolean =>
    [PLANS, PROPOSALS, DENIALS].some((list) => list.has(tree.words[index]?.lemma ?? ''));
  return isVerb && isMeant(above) && !isMeant(noun) ? above : noun;
}

/**
 * How real an act is, read from its predicate and those that govern it up to the first verb of saying: PLANNED by "plans"
 * for "meet" in "He said she plans to meet them".
 */
export function modalityOf(tree: SentenceTree, predicate: number, isSpeech: IsSpeech): Modality {
  let found: Modality = { kind: 'ASSERTED', word: null };
  let below: number | null = null;
  for (let at: number | null = predicate; at !== null; at = governorOf(tree, at)) {
    const lemma = tree.words[at]?.lemma ?? '';
    if (
      below !== null &&
      isSpeech(lemma) &&
      !PROPOSALS.has(lemma) &&
      !DENIALS.has(lemma) &&
      !PLANS.has(lemma)
    )
      break;
    const here = modalityAt(tree, at, below);
    if (here.kind === 'UNREAL') return here;
    if (found.kind === 'ASSERTED') found = here;
    below = at;
  }
  return found;
}

function modalityAt(tree: SentenceTree, at: number, below: number | null): Modality {
  const auxiliaries = auxiliariesOf(tree, at);
  const find = (pattern: RegExp, among = auxiliaries): number | undefined =>
    among.find((index) => pattern.test(tree.words[index]?.form ?? ''));
  const word = tree.words[at];
  const governs = (list: ReadonlySet<string>): number | undefined =>
    below !== null &&
    isOpen(tree, below) &&
    (list.has(word?.lemma ?? '') || list.has(word?.form.toLowerCase() ?? ''))
      ? at
      : undefined;
  const marks = dependentsWith(tree, at, 'mark');
  const unreal =
    (below === null ? negationOf(tree, at) : null) ??
    find(POSSIBLE) ??
    find(CONDITION, marks) ??
    governs(PROPOSALS) ??
    null;
  if (unreal !== null) return { kind: 'UNREAL', word: unreal };
  const would = find(WOULD);
  if (would !== undefined) return { kind: 'WOULD', word: would };
  const planned = find(WILL) ?? governs(PLANS) ?? infinitiveAfterBe(tree, at);
  return planned === null ? { kind: 'ASSERTED', word: null } : { kind: 'PLANNED', word: planned };
}

/** Whether a complement leaves open if it comes true: "to sign", "that he sign", not "that he signed". */
const isOpen = (tree: SentenceTree, predicate: number): boolean => {
  const isVerb = /^(?:VERB|AUX)$/u.test(tree.words[predicate]?.upos ?? '');
  const auxiliaries = auxiliariesOf(tree, predicate);
  return (
    (isVerb || auxiliaries.length > 0) &&
    !/^VB[DPZ]$/u.test(tree.words[auxiliaries[0] ?? predicate]?.xpos ?? '')
  );
};

/** "is" in "is to open on Friday". */
function infinitiveAfterBe(tree: SentenceTree, predicate: number): number | null {
  const to = dependentsWith(tree, predicate, 'mark').find((index) => tree.words[index]?.xpos === 'TO');
  const first = auxiliariesOf(tree, predicate)[0];
  return to !== undefined &&
    first !== undefined &&
    first < to &&
    dependentWith(tree, predicate, 'nsubj') !== null
    ? first
    : null;
}
