import type { FoundName } from '../../lexicon/find-names.ts';
import type { Clause } from '../../sentences/clause.ts';
import { NOMINATIVE, RELATIVES } from '../../sentences/grammar-words.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import { subjectInTree, withWholeNames } from './subject-in-tree.ts';

const NO_SUBJECT: Subject = { tokens: [], names: [], pronoun: null };

/** The clause's own subject, or an inherited one: ", adding …", "and said …", "which on Saturday announced". */
export function subjectOf(sentence: SentenceAnalysis, clause: Clause): Subject {
  const known = sentence.subjects.get(clause);
  const subject = known ?? findSubject(sentence, clause);
  if (known === undefined) sentence.subjects.set(clause, subject);
  return subject;
}

function findSubject(sentence: SentenceAnalysis, clause: Clause): Subject {
  const inTree = isOfRelative(sentence, clause) ? null : subjectInTree(sentence, clause);
  const own = ownSubject(sentence, clause);
  if (inTree?.own === true && inTree.sure)
    return isFuller(sentence, own.tokens, inTree.tokens) ? own : subjectOfTokens(sentence, inTree.tokens);
  if (own.tokens.length > 0) return own;
  if (inTree?.sure === true) return subjectOfTokens(sentence, inTree.tokens);
  const inherited = inheritedSubject(sentence, clause);
  if (inTree === null || (inherited.tokens.length > 0 && !isReduced(clause))) return inherited;
  return subjectOfTokens(sentence, inTree.tokens);
}

/** Whether clause finding and the sentence's tree, where it is sure, name subjects of a clause without a common word. */
export function haveTwoReadings(sentence: SentenceAnalysis, clause: Clause): boolean {
  if (isOfRelative(sentence, clause)) return false;
  const inTree = subjectInTree(sentence, clause);
  const found = ownSubject(sentence, clause).tokens;
  return inTree?.sure === true && found.length > 0 && !found.some((index) => inTree.tokens.includes(index));
}

/**
 * Whether clause finding keeps more of one noun phrase than the tree: "*London share* prices", "Ortiz, Ruiz *and the mayor*".
 * A list and the words before a noun are where a parser loses some.
 */
function isFuller(
  { tokens }: SentenceAnalysis,
  found: readonly number[],
  inTree: readonly number[],
): boolean {
  const inside = new Set(inTree);
  const more = found.filter((index) => !inside.has(index));
  if (more.length === 0 || more.length + inTree.length !== found.length) return false;
  const isNominal = (index: number): boolean =>
    /^(?:NOUN|PROPN|ADJ|NUM|DET)$/u.test(tokens[index]?.pos ?? '');
  if (found.at(-1) === inTree.at(-1)) return more.every(isNominal);
  const isJoined = more.some((index) => tokens[index]?.pos === 'CCONJ');
  const isPart = (index: number): boolean =>
    isNominal(index) || tokens[index]?.pos === 'CCONJ' || tokens[index]?.text === ',';
  return found[0] === inTree[0] && isJoined && more.every(isPart);
}

/** "sailors *held in May*": clause finding knows only the nearest noun before such a clause. */
const isReduced = ({ kind, opener }: Clause): boolean => kind === 'RELATIVE' && opener === null;

/** The subject that a clause has from the clause or the noun before it. */
function inheritedSubject(sentence: SentenceAnalysis, clause: Clause): Subject {
  const { kind, base, parent, verb } = clause;
  if (kind === 'COORDINATE' && base !== null) return subjectOf(sentence, base);
  if (kind === 'PARTICIPLE' && parent !== null) return subjectOf(sentence, parent);
  if (kind === 'ADVERBIAL' && verb?.form === 'GERUND' && parent !== null) return subjectOf(sentence, parent);
  return kind === 'RELATIVE' ? antecedentOf(sentence, clause) : NO_SUBJECT;
}

/** "Kuban and Crimea, the last *of which* was annexed": the noun before the preposition is no name. */
const isOfRelative = ({ tokens, previous }: SentenceAnalysis, { kind, opener }: Clause): boolean =>
  kind === 'RELATIVE' && opener !== null && tokens[previous[opener] ?? -1]?.pos === 'ADP';

function ownSubject(sentence: SentenceAnalysis, clause: Clause): Subject {
  const { tokens, skipped } = sentence;
  const { verb } = clause;
  if (verb === null) return NO_SUBJECT;
  const before = clause.tokens.filter(
    (index) => index < verb.first && index !== clause.opener && !skipped[index],
  );
  const segments = segmentsOf(sentence, before);
  const nominal = segments.filter((segment) => !isAdjunct(sentence, segment));
  const phrase = subjectAmong(sentence, nominal, verb.first) ?? afterAdjunct(sentence, segments.at(-1) ?? []);
  const trimmed = phrase.filter(
    (index, place) => place > 0 || !/^(?:CCONJ|ADV|PUNCT)$/u.test(tokens[index]?.pos ?? ''),
  );
  const first = tokens[trimmed[0] ?? -1];
  if (trimmed.length === 0 || (trimmed.length === 1 && RELATIVES.has(first?.lower ?? ''))) return NO_SUBJECT;
  return subjectOfTokens(sentence, withWholeNames(sentence.names, trimmed));
}

function subjectOfTokens(sentence: SentenceAnalysis, indices: readonly number[]): Subject {
  const first = sentence.tokens[indices[0] ?? -1]?.lower ?? '';
  const isPronoun = indices.length === 1 && NOMINATIVE.has(first);
  return { tokens: indices, names: namesIn(sentence, indices), pronoun: isPronoun ? first : null };
}

/**
 * The subject among the phrases before a verb: all of a list, or the phrase that no comma separates from the
 * verb ("In Lima, Peru's capital, *the king* said"). Otherwise the first phrase is the subject and an
 * apposition follows it ("*Ortiz*, the mayor, said").
 */
function subjectAmong(
  { tokens, next, skipped }: SentenceAnalysis,
  phrases: readonly (readonly number[])[],
  verb: number,
): readonly number[] | undefined {
  const [first] = phrases;
  const last = phrases.at(-1);
  if (first === undefined || last === undefined || phrases.length === 1) return first;
  let after = next[last.at(-1) ?? 0] ?? 0;
  while (after < verb && tokens[after]?.pos === 'ADV') after = next[after] ?? verb;
  if (after !== verb) return first;
  const isList = last.some((index) => tokens[index]?.pos === 'CCONJ') && phrases.every(isNamePhrase(tokens));
  return isList ? range(first[0] ?? 0, last.at(-1) ?? 0).filter((index) => !skipped[index]) : last;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step);

const isNamePhrase =
  (tokens: SentenceAnalysis['tokens']) =>
  (phrase: readonly number[]): boolean =>
    phrase.some((index) => tokens[index]?.pos === 'PROPN' || tokens[index]?.pos === 'NOUN');

/** Tokens before a clause's verb that give time, place or manner, not the subject: "At a meeting in Riga, …". */
export function adjunctTokens(sentence: SentenceAnalysis, clause: Clause): readonly number[] {
  const { verb } = clause;
  if (verb === null) return [];
  const before = clause.tokens.filter(
    (index) => index < verb.first && index !== clause.opener && !sentence.skipped[index],
  );
  return segmentsOf(sentence, before)
    .filter((segment) => isAdjunct(sentence, segment))
    .flat();
}

/** The runs of tokens between commas and gaps, without a leading "And", "But" or "also". */
function segmentsOf(
  { tokens, next }: SentenceAnalysis,
  indices: readonly number[],
): readonly (readonly number[])[] {
  const segments: number[][] = [[]];
  let expected = -1;
  for (const index of indices) {
    const current = segments.at(-1);
    const token = tokens[index];
    if (token?.text === ',' || (token?.pos === 'CCONJ' && current?.length === 0)) segments.push([]);
    else if (expected !== -1 && index !== expected && (current?.length ?? 0) > 0) segments.push([index]);
    else if (!(current?.length === 0 && token?.pos === 'ADV')) current?.push(index);
    expected = next[index] ?? -1;
  }
  return segments.filter((segment) => segment.length > 0);
}

/** "In the same week", "Following the talks", "Speaking on state television". */
function isAdjunct({ tokens }: SentenceAnalysis, segment: readonly number[]): boolean {
  const [first, second] = [tokens[segment[0] ?? -1], tokens[segment[1] ?? -1]];
  /** "At least 58 were hurt". */
  if (first?.lower === 'at' && /^(?:least|most)$/u.test(second?.lower ?? '')) return false;
  const isQuote = segment.every((index) => /^(?:PUNCT|ADV|CCONJ)$/u.test(tokens[index]?.pos ?? ''));
  return (
    first === undefined || first.pos === 'ADP' || first.pos === 'SCONJ' || first.lower === 'to' || isQuote
  );
}

/** "For the current tensions in Europe the Russian leader": without a comma the subject starts at the last name. */
function afterAdjunct(sentence: SentenceAnalysis, segment: readonly number[]): readonly number[] {
  const name = namesIn(sentence, segment).at(-1);
  return name === undefined ? [] : segment.filter((index) => index >= name.first);
}

/** The noun that a relative clause describes: "Crimea, which …", "the ones imposed", "sanctions far worse than those …". */
export function antecedentOf(sentence: SentenceAnalysis, clause: Clause): Subject {
  const { tokens, previous } = sentence;
  const opens = clause.opener ?? clause.tokens[0] ?? 0;
  const phrase: number[] = [];
  let at = previous[opens] ?? -1;
  if (tokens[at]?.pos === 'ADP') return lastNamed(sentence, at);
  if (tokens[at]?.text === ',') at = previous[at] ?? -1;
  for (; at >= 0; at = previous[at] ?? -1) {
    const token = tokens[at];
    const isInside =
      /^(?:NOUN|PROPN|ADJ|NUM|DET|PRON|PART|SYM)$/u.test(token?.pos ?? '') || token?.text === '-';
    if (token === undefined || !isInside) break;
    phrase.unshift(at);
    if (token.pos === 'DET' || token.pos === 'PRON') break;
  }
  const head = tokens[phrase.at(-1) ?? -1];
  if (head !== undefined && /^(?:those|ones|one|that)$/u.test(head.lower))
    return pluralBefore(sentence, phrase[0] ?? 0);
  return { tokens: phrase, names: namesIn(sentence, phrase), pronoun: null };
}

/** "Rostov, Kuban and Crimea in the south, the last of which": the last name. */
function lastNamed(sentence: SentenceAnalysis, before: number): Subject {
  const name = sentence.names.findLast(({ last }) => last < before);
  if (name === undefined) return NO_SUBJECT;
  const tokens = Array.from({ length: name.last - name.first + 1 }, (_, step) => name.first + step);
  return { tokens, names: [name], pronoun: null };
}

function pluralBefore(sentence: SentenceAnalysis, before: number): Subject {
  const { tokens, previous } = sentence;
  for (let at = previous[before] ?? -1; at >= 0; at = previous[at] ?? -1) {
    const token = tokens[at];
    if (token?.pos === 'NOUN' && token.lower.endsWith('s')) return { tokens: [at], names: [], pronoun: null };
  }
  return NO_SUBJECT;
}

/** The names that lie wholly among the given tokens. */
export function namesIn(sentence: SentenceAnalysis, indices: readonly number[]): readonly FoundName[] {
  const inside = new Set(indices);
  return sentence.names.filter(({ first, last }) => inside.has(first) && inside.has(last));
}
