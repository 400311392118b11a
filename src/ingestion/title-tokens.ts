import type { Clause } from './clause.ts';
import type { DatedStatement, EventNoun } from './dated-statement.ts';
import { PARENTHETICAL, RELATIVES } from './grammar-words.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import { antecedentOf, subjectOf } from './subject.ts';
import { timeWords } from './time-words.ts';

/** The words of a title in their order: token indices, and words for a pronoun that the title must not open with. */
export interface TitleWords {
  readonly indices: readonly number[];
  /** How many of the indices are the subject. */
  readonly subjectLength: number;
  readonly pronoun: string | null;
  /** `Rudolf Scharping: Poland can now participate …`: the rest is what the subject said. */
  readonly colon: boolean;
}

/** Who did what, from the sentence's own tokens: subject, verb and the rest of the clause with the clauses in it. */
export function titleTokens(sentence: SentenceAnalysis, statement: DatedStatement): TitleWords {
  const { clause, noun } = statement;
  const times = timeWords(sentence, statement.resolution.timex);
  if (statement.kind === 'NOUN' && noun !== null) return nounTokens(sentence, statement, times, noun);
  const subject = subjectOf(sentence, clause);
  const isGap = clause.kind === 'RELATIVE' && hasObjectGap(sentence, clause);
  const verb = clause.verb;
  const first = verb?.first ?? clause.tokens[0] ?? 0;
  const rest = descendantTokens(sentence, statement).filter(
    (index) => index >= first && isKept(sentence, statement, times, index),
  );
  const object = isGap ? antecedentOf(sentence, clause).tokens : [];
  const afterVerb = rest.findIndex(
    (index) => index > (verb?.last ?? first) && !isParticle(sentence, index, verb?.last ?? first),
  );
  const withObject =
    object.length === 0 ? rest : insert(rest, afterVerb === -1 ? rest.length : afterVerb, object);
  const own = subject.tokens.filter((index) => isKept(sentence, statement, times, index));
  const said =
    rest.length - (verb === null ? 0 : verb.last - first + 1) <= BARE_WORDS
      ? saidBefore(sentence, clause)
      : [];
  if (said.length > 0)
    return { indices: [...own, ...said], subjectLength: own.length, pronoun: subject.pronoun, colon: true };
  return {
    indices: [...own, ...withObject],
    subjectLength: own.length,
    pronoun: subject.pronoun,
    colon: false,
  };
}

/** "put *out*" takes its object after the particle. */
const isParticle = ({ tokens, previous }: SentenceAnalysis, index: number, verb: number): boolean =>
  previous[index] === verb && /^(?:up|down|out|off|back|forward)$/u.test(tokens[index]?.lower ?? '');

/** So few words after its verb say nothing: "said", "told reporters". */
const BARE_WORDS = 2;

/** What stands before its own attribution: "…, an official said." */
function saidBefore({ tree, tokens: all }: SentenceAnalysis, clause: Clause): readonly number[] {
  const first = clause.tokens[0] ?? 0;
  const said = tree.clauses.find(
    ({ kind, parent, verb }) => kind === 'COMPLEMENT' && parent === clause && verb !== null,
  );
  if (said === undefined || (said.tokens[0] ?? first) >= first) return [];
  const inside = new Set<Clause>([said]);
  for (const other of tree.clauses) if (other.parent !== null && inside.has(other.parent)) inside.add(other);
  const indices = [...inside].flatMap(({ tokens }) => tokens).sort((a, b) => a - b);
  const length = (all[indices.at(-1) ?? 0]?.end ?? 0) - (all[indices[0] ?? 0]?.start ?? 0);
  return said.quoted && length > LONGEST_QUOTATION ? [] : indices;
}

/** A quotation is given whole or not at all. */
const LONGEST_QUOTATION = 75;

const insert = (indices: readonly number[], at: number, more: readonly number[]): readonly number[] => [
  ...indices.slice(0, at),
  ...more,
  ...indices.slice(at),
];

function nounTokens(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  times: ReadonlySet<number>,
  { first, last }: EventNoun,
): TitleWords {
  const indices: number[] = [];
  for (let index = first; index <= last; index += 1) {
    const token = sentence.tokens[index];
    const isOpening =
      indices.length === 0 && (token?.pos === 'DET' || token?.pos === 'PART' || token?.pos === 'PUNCT');
    if (!isOpening && isKept(sentence, statement, times, index)) indices.push(index);
  }
  return { indices, subjectLength: 0, pronoun: null, colon: false };
}

/** "a list that it expects": the relative word or the bare subject says that the noun before is the verb's object. */
function hasObjectGap(
  { tokens, groupAt, next }: SentenceAnalysis,
  { opener, verb, tokens: own }: Clause,
): boolean {
  if (verb === null || verb.form === 'PARTICIPLE') return false;
  if (opener === null) return own[0] !== verb.first;
  const isRelative = RELATIVES.has(tokens[opener]?.lower ?? '') || tokens[opener]?.lower === 'that';
  let at = next[opener] ?? 0;
  while (tokens[at]?.pos === 'ADV') at = next[at] ?? tokens.length;
  return isRelative && groupAt[at]?.first !== verb.first;
}

/** The clause's tokens and those of every clause that hangs on it, but for "when …", which is another statement. */
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

/** The date's own words, an aside in parentheses and the writer's "however" are left out. */
function isKept(
  { tokens, skipped }: SentenceAnalysis,
  { via }: DatedStatement,
  times: ReadonlySet<number>,
  index: number,
): boolean {
  const token = tokens[index];
  if (token === undefined || times.has(index)) return false;
  const isEmptied =
    via?.kind === 'RELATIVE' && via.tokens.every((at) => skipped[at] || at === via.verb?.last);
  if (isEmptied && index === via.verb?.last) return false;
  return !PARENTHETICAL.has(token.lower) && token.text !== '(' && token.text !== ')';
}
