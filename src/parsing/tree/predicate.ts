import { dependentsWith, dependentWith, headsOf, roleOf, type SentenceTree } from './sentence-tree.ts';

const CLAUSAL = new Set(['root', 'ccomp', 'csubj', 'xcomp', 'advcl', 'acl', 'parataxis']);
/** Labels of a verb form that is used like an adjective or a noun. */
const WITHIN_NOUN = new Set([
  'amod',
  'compound',
  'case',
  'mark',
  'aux',
  'cop',
  'fixed',
  'flat',
  'nmod',
  'det',
]);
/** Labels under which a word describes a noun, and not what happens. */
const OF_NOUN = new Set(['nmod', 'compound', 'nummod', 'amod', 'det', 'appos', 'flat']);

/**
 * MAIN is independent. COORDINATE continues another predicate after "and" or "but". COMPLEMENT is the content of saying,
 * knowing or planning. RELATIVE describes a noun ("which …", "talks held in May"). ADVERBIAL gives a time, reason or
 * condition. PARTICIPLE accompanies a clause ("…, adding that").
 */
export type ClauseKind = 'MAIN' | 'COORDINATE' | 'COMPLEMENT' | 'RELATIVE' | 'ADVERBIAL' | 'PARTICIPLE';

/** Whether a word is the head of a clause: "came" in "The mayor came", "leader" in "She was the leader". */
export function isPredicate(tree: SentenceTree, index: number): boolean {
  const word = tree.words[index];
  if (word === undefined) return false;
  const role = roleOf(tree, index);
  if (word.head === -1 || CLAUSAL.has(role)) return true;
  if (word.upos === 'VERB' && !WITHIN_NOUN.has(role)) return true;
  return role === 'conj' && dependentWith(tree, index, 'nsubj', 'csubj', 'cop') !== null;
}

/** The predicate above a word. */
export interface Hanging {
  readonly predicate: number;
  /** The noun on the way: "talks" for "the talks on 3 May failed". */
  readonly noun: number | null;
}

/** The predicate and noun that a word hangs on: "met" for "Tuesday" in "The two met on Tuesday". */
export function hangingOf(tree: SentenceTree, word: number): Hanging {
  let noun: number | null = null;
  let at = word;
  while (!isPredicate(tree, at)) {
    const head = tree.words[at]?.head ?? -1;
    if (head < 0) break;
    const isNoun = /^(?:NOUN|PROPN|PRON|NUM|SYM)$/u.test(tree.words[head]?.upos ?? '');
    if (noun === null && isNoun && OF_NOUN.has(roleOf(tree, at))) noun = head;
    at = head;
  }
  return { predicate: at, noun };
}

/** The predicates above a predicate, nearest first: "said", "expects" for "come" in "He said she expects to come". */
export const predicatesAbove = (tree: SentenceTree, predicate: number): readonly number[] =>
  headsOf(tree, predicate).filter((head) => isPredicate(tree, head));

/**
 * Auxiliaries and copulas of a predicate in the order of the text: "has", "been" in "has been told". In "The hope is that
 * they will come" the "is" of the outer clause is no auxiliary of "come".
 */
export function auxiliariesOf(tree: SentenceTree, predicate: number): readonly number[] {
  const auxiliaries = dependentsWith(tree, predicate, 'aux', 'cop');
  const subjects = dependentsWith(tree, predicate, 'nsubj', 'csubj');
  const isOuter = (index: number): boolean => tree.words[index]?.label.endsWith(':outer') ?? false;
  const inner = subjects.find((index) => !isOuter(index));
  /** A modal verb opens its group: in "was that there would be" the "was" belongs to the outer clause. */
  const modal = auxiliaries.find((index) => tree.words[index]?.xpos === 'MD');
  const from = inner !== undefined && subjects.some(isOuter) ? inner : (modal ?? 0) - 1;
  return auxiliaries.filter((index) => index > from);
}

/** Whether a predicate has a verb with a tense of its own: "said" and "will go", not "to go" or "going". */
export const hasTense = (tree: SentenceTree, predicate: number): boolean =>
  /^(?:VBD|VBZ|VBP|MD)$/u.test(tree.words[auxiliariesOf(tree, predicate)[0] ?? predicate]?.xpos ?? '');

/** "to sign", "from signing", "of signing". */
export const isInfinitive = (tree: SentenceTree, predicate: number): boolean =>
  !hasTense(tree, predicate) &&
  dependentsWith(tree, predicate, 'mark').some((index) =>
    /^(?:to|from|of|against)$/iu.test(tree.words[index]?.form ?? ''),
  );

/** Whether the subject is the one to whom it is done: "was arrested", "the men arrested in May". */
export function isPassive(tree: SentenceTree, predicate: number): boolean {
  const has = (label: string): boolean =>
    (tree.dependents[predicate] ?? []).some((index) => tree.words[index]?.label === label);
  const word = tree.words[predicate];
  /** A name that the parser took for an auxiliary makes no passive. */
  const isAuxiliary = (index: number): boolean =>
    tree.words[index]?.label === 'aux:pass' && /^(?:be|get)$/u.test(tree.words[index]?.lemma ?? '');
  if (dependentsWith(tree, predicate, 'aux').some(isAuxiliary)) return true;
  if (has('nsubj:pass') || has('obl:agent')) return true;
  if (word?.xpos !== 'VBN' || auxiliariesOf(tree, predicate).length > 0) return false;
  const role = roleOf(tree, predicate);
  return role === 'conj' ? isPassive(tree, word.head) : role === 'acl' || role === 'advcl';
}

/**
 * The finite clause that a predicate belongs to. It is the predicate itself, or the clause above a predicate without a
 * tense and a subject: "accused" for "failing" in "The mayor was accused of failing to act".
 */
export function finiteClauseOf(tree: SentenceTree, predicate: number): number {
  const belongsAbove = (index: number): boolean =>
    !hasTense(tree, index) && dependentWith(tree, index, 'nsubj', 'csubj') === null;
  const chain = [predicate, ...predicatesAbove(tree, predicate)];
  return chain.find((index) => !belongsAbove(index)) ?? predicate;
}

/** The kind of a predicate's clause: RELATIVE for "sank" in "the ship that sank". */
export function clauseKindOf(tree: SentenceTree, predicate: number): ClauseKind {
  switch (roleOf(tree, predicate)) {
    case 'conj':
      return 'COORDINATE';
    case 'ccomp':
    case 'csubj':
    case 'xcomp':
      return 'COMPLEMENT';
    case 'acl':
      return 'RELATIVE';
    case 'advcl':
      return hasTense(tree, predicate) || openerOf(tree, predicate) !== null ? 'ADVERBIAL' : 'PARTICIPLE';
    default:
      return 'MAIN';
  }
}

/** The word that opens a clause: "after" in "after the talks had failed", "if" in "if it rains". */
export const openerOf = (tree: SentenceTree, predicate: number): number | null =>
  dependentWith(tree, predicate, 'mark') ??
  dependentsWith(tree, predicate, 'advmod').find((index) => /^W/u.test(tree.words[index]?.xpos ?? '')) ??
  null;

const OPENS = new Set(['“', '«', '``', '‘']);
const CLOSES = new Set(['”', '»', "''", '’']);

/** Whether a word stands between quotation marks: "come" in "He said: “We come.”". */
export function isQuoted({ words }: SentenceTree, index: number): boolean {
  let isOpen = false;
  for (const { form } of words.slice(0, index)) {
    if (form === '"') isOpen = !isOpen;
    else if (OPENS.has(form)) isOpen = true;
    else if (CLOSES.has(form)) isOpen = false;
  }
  return isOpen && words.slice(index).some(({ form }) => form === '"' || CLOSES.has(form));
}
