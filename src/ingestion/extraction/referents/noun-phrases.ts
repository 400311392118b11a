import { MONTH_NAMES, WEEKDAY_NAMES } from '../../../domain/time/calendar-names.ts';
import { roleOf, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { Token } from '../../sentences/sentence.ts';

/** How a noun phrase begins: "a fire", "the fire", "two fires", "Alba's fire", "another fire", "fire". */
export type Determiner = 'INDEFINITE' | 'DEFINITE' | 'NUMBER' | 'OWNER' | 'OTHER' | 'NONE';

/** A noun with the words before it that belong to it, and the names in the phrases after it. Indices of tokens. */
export interface NounPhrase {
  /** The determiner or the owner; without one the first word. */
  readonly first: number;
  readonly head: number;
  readonly last: number;
  readonly determiner: Determiner;
  /** Whether a word describes the noun. */
  readonly isModified: boolean;
  /** Whether a name says which one it is. */
  readonly isNamed: boolean;
}

/** The noun phrases of a sentence in text order. A time ends a phrase. Without a tree only "of" and the like add names. */
export function nounPhrasesOf(
  tokens: readonly Token[],
  tree: SentenceTree | null,
  skipped: readonly boolean[] = [],
): readonly NounPhrase[] {
  const isInside = (index: number): boolean => skipped[index] !== true && isNominal(tokens, index);
  const found: NounPhrase[] = [];
  let from = 0;
  while (from < tokens.length) {
    if (!isInside(from)) {
      from += 1;
      continue;
    }
    let end = from;
    while (isInside(end + 1)) end += 1;
    if (isNoun(tokens[end])) found.push(phraseOf(tokens, tree, { from, head: end, previous: found.at(-1) }));
    from = end + 1;
  }
  return found;
}

const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';

const CALENDAR: ReadonlySet<string> = new Set(
  [...WEEKDAY_NAMES, ...MONTH_NAMES].map((name) => name.toLowerCase()),
);

/** A hyphen between two glued words counts: "34-year-old". */
function isNominal(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || CALENDAR.has(token.lower)) return false;
  if (/^[-‑]$/u.test(token.text)) return token.end === tokens[index + 1]?.start && index > 0;
  return /^(?:ADJ|NOUN|NUM|PROPN)$/u.test(token.pos) && /[\p{L}\p{N}]/u.test(token.text);
}

interface Run {
  readonly from: number;
  readonly head: number;
  readonly previous: NounPhrase | undefined;
}

function phraseOf(
  tokens: readonly Token[],
  tree: SentenceTree | null,
  { from, head, previous }: Run,
): NounPhrase {
  const before = tokens[from - 1];
  const isOwned = /^['’]s?$/u.test(before?.text ?? '') && previous?.head === from - 2;
  const last = endOfNames(tokens, tree, head);
  const determiner = isOwned
    ? previous.isNamed || tokens[previous.head]?.pos === 'PROPN'
      ? 'OWNER'
      : 'OTHER'
    : determinerOf(before, tokens[from], from === head);
  const starts = determiner === 'INDEFINITE' || determiner === 'DEFINITE' || determiner === 'OTHER';
  const isName = (index: number): boolean => tokens[index]?.pos === 'PROPN';
  const names = Array.from({ length: head - from + 1 }, (_, step) => from + step).filter(isName);
  return {
    first:
      isOwned && determiner === 'OWNER' ? previous.first : starts && before !== undefined ? from - 1 : from,
    head,
    last,
    determiner,
    isModified: head > from,
    isNamed: determiner === 'OWNER' || last > head || names.some((index) => index < head),
  };
}

function determinerOf(before: Token | undefined, first: Token | undefined, isAlone: boolean): Determiner {
  if (before !== undefined && /^an?$/u.test(before.lower)) return 'INDEFINITE';
  if (before?.lower === 'the')
    return first?.lower === 'other' || first?.lower === 'second' ? 'OTHER' : 'DEFINITE';
  if (before?.pos === 'DET' || OWNERS.has(before?.lower ?? '')) return 'OTHER';
  return first?.pos === 'NUM' && !isAlone ? 'NUMBER' : 'NONE';
}

const OWNERS: ReadonlySet<string> = new Set('her his its my our their your whose'.split(' '));

/** Most phrases with a name that are kept behind a noun: "the trial of the governor of Quest". */
const MOST_PHRASES = 2;

/** The end of the phrases with names behind a noun: "the merger *of Alba and Borea*". */
function endOfNames(tokens: readonly Token[], tree: SentenceTree | null, head: number): number {
  let end = head;
  for (let count = 0; count < MOST_PHRASES; count += 1) {
    const next = endOfNamePhrase(tokens, tree, head, end);
    if (next === null) return end;
    end = next;
  }
  /** A phrase that goes on would be cut: "of the governor of the state and the minister| of justice". */
  return TIED.has(tokens[end + 1]?.lower ?? '') ? head : end;
}

function endOfNamePhrase(
  tokens: readonly Token[],
  tree: SentenceTree | null,
  head: number,
  end: number,
): number | null {
  const preposition = tokens[end + 1]?.lower ?? '';
  if (!(TIED.has(preposition) || (tree !== null && LOOSE.has(preposition)))) return null;
  const from = tokens[end + 2]?.pos === 'DET' ? end + 3 : end + 2;
  const last = endOfRun(tokens, from);
  const and = tokens[last + 1]?.lower === 'and' ? endOfRun(tokens, last + 2) : last;
  const until = and > last && hasName(tokens, last + 2, and) && preposition !== 'in' ? and : last;
  if (last < from || !hasName(tokens, from, last) || tokens[last + 1]?.text.startsWith('’')) return null;
  if (/^['’]s?$/u.test(tokens[until + 1]?.text ?? '')) return null;
  return tree === null || hangsInside(tree, { from, last, head }) ? until : null;
}

const endOfRun = (tokens: readonly Token[], from: number): number => {
  let end = from - 1;
  while (isNominal(tokens, end + 1)) end += 1;
  return end;
};

const hasName = (tokens: readonly Token[], from: number, last: number): boolean =>
  tokens.slice(from, last + 1).some(({ pos }) => pos === 'PROPN');

/** Whether the words of a phrase hang on the noun before it, by the tree. */
function hangsInside(
  tree: SentenceTree,
  { from, last, head }: { readonly from: number; readonly last: number; readonly head: number },
): boolean {
  for (let index = from; index <= last; index += 1) {
    const to = tree.words[index]?.head ?? -1;
    if (to >= from && to <= last) continue;
    return to >= head && to < from && roleOf(tree, index) === 'nmod';
  }
  return false;
}

/** Words behind a noun that say which one is meant: "the fire *that* …". */
export const EXPLAINS = /^(?:of|who|whose|which|that|where)$/u;

/** Prepositions that hang on the noun before them, and others that may also hang on the verb. */
export const TIED: ReadonlySet<string> = new Set(['of', 'between', 'against']);
const LOOSE: ReadonlySet<string> = new Set(['at', 'in', 'near', 'on', 'with']);
