import { negationOf } from '../../../parsing/tree/modality.ts';
import { auxiliariesOf, isInfinitive } from '../../../parsing/tree/predicate.ts';
import { constituentOf, dependentsWith, dependentWith, roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { Clause, ClauseTree } from '../../sentences/clause.ts';
import { RELATIVES } from '../../sentences/grammar-words.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';
import { antecedentOf, subjectOf } from '../actors/subject.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import { timeWords } from '../times/time-words.ts';
import { isKept } from './kept-token.ts';
import { nounTokens } from './nouns/noun-tokens.ts';
import { LONGEST_TITLE } from './title-cut.ts';
import { wholeSubject } from './whole-subject.ts';

/** The words of a title in order, as token indices. */
export interface TitleWords {
  readonly indices: readonly number[];
  /** The number of leading indices that form the subject. */
  readonly subjectLength: number;
  /** Whether the subject ends in the name of the person that it describes: "The mayor of Leeds, Zora Hart,". */
  readonly hasApposition: boolean;
  readonly pronoun: string | null;
  /** `Rudolf Scharping: Poland can now participate …`: whether the rest is the content that the subject said. */
  readonly colon: boolean;
  /** Whether a part of a quotation, without its marks, follows the colon. */
  readonly isPartOfQuotation: boolean;
}

/** Words of a title without a subject. */
export const wordsAlone = (indices: readonly number[]): TitleWords => ({
  indices,
  subjectLength: 0,
  hasApposition: false,
  pronoun: null,
  colon: false,
  isPartOfQuotation: false,
});

/** Subject, verb and the rest of the clause with its subordinate clauses, in the sentence's own tokens. */
export function titleTokens(sentence: SentenceAnalysis, statement: DatedStatement): TitleWords {
  const { clause, noun } = statement;
  const times = timeWords(sentence, statement.resolution.timex);
  if (statement.kind === 'NOUN' && noun !== null)
    return wordsAlone(nounTokens(sentence, statement, times, noun));
  const leftOut = new Set([...times, ...commasAround(sentence, times), ...inParentheses(sentence)]);
  const subject = subjectOf(sentence, clause);
  const isGap = clause.kind === 'RELATIVE' && hasObjectGap(sentence, clause);
  const verb = clause.verb;
  const first = verb === null ? (clause.tokens[0] ?? 0) : withAdverbs(sentence, verb.first, subject);
  const rest = descendantTokens(sentence, statement).filter(
    (index) => index >= first && isKept(sentence, statement, leftOut, index),
  );
  const object = isGap ? antecedentOf(sentence, clause).tokens : [];
  const last = verb === null ? first : lastVerb(sentence, verb);
  const afterVerb = rest.findIndex((index) => index > last && !isParticle(sentence, index, last));
  const whole = withConjuncts(sentence, [...sharedAuxiliaries(sentence, clause), ...rest]);
  const withObject =
    object.length === 0 ? whole : insert(whole, afterVerb === -1 ? whole.length : afterVerb, object);
  const { words, hasApposition } = wholeSubject(sentence, clause, subject.tokens);
  const own = words.filter((index) => isKept(sentence, statement, leftOut, index));
  const said = saidBefore(sentence, clause, lengthOf(sentence, own));
  return {
    indices: [...own, ...(said?.indices ?? withObject)],
    subjectLength: own.length,
    hasApposition,
    pronoun: subject.pronoun,
    colon: said !== null,
    isPartOfQuotation: said?.isPart ?? false,
  };
}

/** "was" for "killed" in "She *was* shot and killed". */
function sharedAuxiliaries({ parsed }: SentenceAnalysis, { verb }: Clause): readonly number[] {
  if (parsed === null || verb === null) return [];
  const predicate = predicateOfVerb(parsed, verb.head);
  const before = parsed.words[predicate]?.head ?? -1;
  const isParticiple = [predicate, before].every((index) => parsed.words[index]?.xpos === 'VBN');
  const isBare = roleOf(parsed, predicate) === 'conj' && auxiliariesOf(parsed, predicate).length === 0;
  const hasOwn = dependentWith(parsed, predicate, 'nsubj') !== null;
  return isParticiple && isBare && !hasOwn && negationOf(parsed, before) === null
    ? auxiliariesOf(parsed, before)
    : [];
}

/** "in Kenya *and Tanzania* and vowed": nouns listed with the last words may lie beyond the end of a clause. */
function withConjuncts(sentence: SentenceAnalysis, indices: readonly number[]): readonly number[] {
  const { parsed } = sentence;
  if (parsed === null) return indices;
  const next = (indices.at(-1) ?? -1) + 1;
  const listed = parsed.words.findIndex(
    ({ label, head, upos }, index) =>
      label === 'conj' &&
      /^(?:NOUN|PROPN)$/u.test(upos) &&
      indices.includes(head) &&
      constituentOf(parsed, index)[0] === next,
  );
  const more = listed < 0 ? [] : constituentOf(parsed, listed);
  /** "seized a tanker and *Britain condemned* it". */
  const isSubject = /^(?:VERB|AUX)$/u.test(parsed.words[(more.at(-1) ?? -1) + 1]?.upos ?? '');
  return listed < 0 || isSubject ? indices : withConjuncts(sentence, [...indices, ...more]);
}

/** Where a verb begins with the adverbs before it: "*first* reported". */
function withAdverbs({ tokens, previous }: SentenceAnalysis, verb: number, subject: Subject): number {
  let first = verb;
  for (let at = previous[verb] ?? -1; tokens[at]?.pos === 'ADV'; at = previous[at] ?? -1) {
    if (subject.tokens.includes(at)) break;
    first = at;
  }
  return first;
}

/** "going to *celebrate*": the verb whose object a relative clause lacks. */
function lastVerb({ parsed }: SentenceAnalysis, { head, last }: VerbGroup): number {
  if (parsed === null) return last;
  const aim = dependentWith(parsed, predicateOfVerb(parsed, head), 'xcomp');
  return aim !== null && isInfinitive(parsed, aim) && parsed.words[aim]?.upos === 'VERB'
    ? Math.max(last, aim)
    : last;
}

/** The object of "put *out*" follows the particle. */
const isParticle = ({ tokens, previous }: SentenceAnalysis, index: number, verb: number): boolean =>
  previous[index] === verb && /^(?:up|down|out|off|back|forward)$/u.test(tokens[index]?.lower ?? '');

/** Tokens of a sentence in order, and whether they are a part of a quotation. */
interface Said {
  readonly indices: readonly number[];
  readonly isPart: boolean;
}

/**
 * The content before its own attribution: "…, an official said." Of a long quotation only the part from its
 * subject on is taken, if that part fits.
 */
function saidBefore(sentence: SentenceAnalysis, clause: Clause, speakerLength: number): Said | null {
  const { tree, quotes, tokens, parsed } = sentence;
  const first = clause.tokens[0] ?? 0;
  const predicate = parsed === null || clause.verb === null ? -1 : predicateOfVerb(parsed, clause.verb.head);
  if (parsed !== null && predicate >= 0 && negationOf(parsed, predicate) !== null) return null;
  const complements = tree.clauses.filter(
    ({ kind, parent, verb }) => kind === 'COMPLEMENT' && parent === clause && verb !== null,
  );
  const said = complements.find(({ tokens: [start = first] }) => start < first);
  if (said === undefined || complements.some(({ tokens: [start = first] }) => start > first)) return null;
  const indices = withDescendants(tree, said);
  const room = LONGEST_TITLE - speakerLength - MARKS;
  if (!said.quoted || lengthOf(sentence, indices) <= room) return { indices, isPart: false };
  const from = subjectOf(sentence, said).tokens[0] ?? 0;
  const words = said.tokens.filter((index) => index >= from && quotes[index]?.mark == null);
  const isWhole = words.every((index, place) => place === 0 || index === (words[place - 1] ?? 0) + 1);
  while (words.length > 0 && tokens[words.at(-1) ?? 0]?.pos === 'PUNCT') words.pop();
  const fits = isWhole && words.length > 0 && lengthOf(sentence, words) <= room;
  return fits ? { indices: words, isPart: true } : null;
}

/** Length of `: “` and `”`. */
const MARKS = 4;

function withDescendants({ clauses }: ClauseTree, clause: Clause): readonly number[] {
  const inside = new Set<Clause>([clause]);
  for (const other of clauses) if (other.parent !== null && inside.has(other.parent)) inside.add(other);
  return [...inside].flatMap(({ tokens }) => tokens).sort((a, b) => a - b);
}

const lengthOf = ({ tokens }: SentenceAnalysis, indices: readonly number[]): number =>
  (tokens[indices.at(-1) ?? -1]?.end ?? 0) - (tokens[indices[0] ?? -1]?.start ?? 0);

const insert = (indices: readonly number[], at: number, more: readonly number[]): readonly number[] => [
  ...indices.slice(0, at),
  ...more,
  ...indices.slice(at),
];

/**
 * "a list that it expects": whether the noun before a relative clause is the object of its verb. A relative
 * word or a bare subject shows that.
 */
function hasObjectGap(
  { tokens, groupAt, next, parsed }: SentenceAnalysis,
  { opener, verb, tokens: own }: Clause,
): boolean {
  if (verb === null || verb.form === 'PARTICIPLE') return false;
  /** "a chance that the bank will raise *rates*": the verb has its object. */
  const predicate = parsed === null ? -1 : predicateOfVerb(parsed, verb.head);
  if (parsed !== null && dependentsWith(parsed, predicate, 'obj').some((index) => index > predicate))
    return false;
  if (opener === null) return own[0] !== verb.first;
  const word = tokens[opener]?.lower ?? '';
  const isRelative = (RELATIVES.has(word) && word !== 'whose') || word === 'that';
  let at = next[opener] ?? 0;
  while (tokens[at]?.pos === 'ADV') at = next[at] ?? tokens.length;
  return isRelative && groupAt[at]?.first !== verb.first;
}

/** The tokens of the clause and of its subordinate clauses, without "when …", which is another statement. */
function descendantTokens(
  { tree, tokens }: SentenceAnalysis,
  { clause, resolution }: DatedStatement,
): readonly number[] {
  const inside = new Set<Clause>([clause]);
  for (const other of tree.clauses) {
    const isOfTime =
      tokens[other.opener ?? -1]?.lower === 'when' &&
      (tokens[other.opener ?? 0]?.start ?? 0) > resolution.timex.start;
    const hangs =
      other.parent !== null && inside.has(other.parent) && (other.base === null || inside.has(other.base));
    if (hangs && other !== clause && !isOfTime) inside.add(other);
  }
  return [...inside].flatMap((each) => each.tokens).sort((a, b) => a - b);
}

/** "She died on 1 May*,* at the age of 92", "They left*,* on Monday*,* for Leeds": a comma that a time leaves before a preposition. */
function commasAround({ tokens }: SentenceAnalysis, times: ReadonlySet<number>): readonly number[] {
  const [before, after] = [Math.min(...times) - 1, Math.max(...times) + 1];
  const next = tokens[after + 1];
  if (tokens[after]?.text !== ',' || next?.pos !== 'ADP' || NEEDS_COMMA.test(next.lower)) return [];
  return tokens[before]?.text === ',' ? [before, after] : [after];
}

const NEEDS_COMMA = /^(?:according|after|before|during|following|since)$/u;

/** "the rain *(nearly 5 cm)*": clause finding passes over such words. */
function inParentheses({ tokens, skipped }: SentenceAnalysis): readonly number[] {
  const found: number[] = [];
  let isOpen = false;
  for (const [index, { text }] of tokens.entries()) {
    isOpen = skipped[index] === true && (isOpen || text === '(');
    if (isOpen) found.push(index);
    if (text === ')') isOpen = false;
  }
  return found;
}
