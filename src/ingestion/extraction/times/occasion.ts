import type { Span } from '../../../domain/event/mention.ts';
import { PLANS } from '../../../parsing/tree/plan-words.ts';
import { hangingOf } from '../../../parsing/tree/predicate.ts';
import { headOfSpan } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { HAPPENING } from '../../sentences/grammar-words.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution, DatedStatement, EventNoun } from './dated-statement.ts';
import { namesHappening, nounPhraseAt, type TimedPhrase } from './event-noun.ts';

/** Prepositions before the occasion of a clause: "at Tuesday's meeting, Shoigu claimed". */
export const OCCASION = new Set(['at', 'during', 'in', 'on']);

/** Words of courts and of the police. The deed that a person is charged or involved "in" was done before. */
const OF_COURTS =
  /^(?:accuse|acquit|arrest|charge|convict|guilty|implicate|indict|involve|involved|plead|question|sentence|suspect|try|want)$/u;
const OF_TRIALS = /^(?:case|court|hearing|session|sitting|trial)$/u;

/**
 * The statement that a time inside a noun phrase dates. On an occasion it is the clause ("at Tuesday's
 * meeting, she claimed"). A clause that says no more than that its subject happens is dated too ("the January
 * talks will begin"). Otherwise the time dates the happening itself ("indicted in the October shooting", "urged him to run in
 * this May's election"). "Reported a loss in third-quarter income" is about a quarter and is not dated by it.
 */
export function attachPhrase(
  sentence: SentenceAnalysis,
  clause: Clause,
  phrase: TimedPhrase,
  resolution: DatedResolution,
): readonly DatedStatement[] {
  const { preposition, isHappening } = phrase;
  const given = { clause, resolution, via: null };
  const isOccasion = preposition !== null && OCCASION.has(preposition) && clause.verb !== null;
  if (preposition === 'in' && !isHappening && resolution.date.precision !== 'DAY') return [];
  if (isOccasion && !(isHappening && isOfAnother(sentence, clause, phrase)))
    return [
      { ...given, kind: 'CLAUSE', verb: clause.verb, noun: null, attachment: isHappening ? 0.95 : 0.7 },
    ];
  if (!isHappening || isYearOfNoun(sentence, phrase, resolution)) return [];
  const isSubject = clause.verb !== null && phrase.head < clause.verb.first && preposition === null;
  if (isSubject && HAPPENING.has(clause.verb?.lemma ?? ''))
    return [{ ...given, kind: 'CLAUSE', verb: clause.verb, noun: phrase, attachment: 0.95 }];
  return [{ ...given, kind: 'NOUN', verb: null, noun: phrase, attachment: 0.9 }];
}

/** Whether an occasion is that of another act: of an infinitive by the tree, or of the deed that a court tries. */
function isOfAnother(
  { parsed, tokens }: SentenceAnalysis,
  { verb, others }: Clause,
  { head, preposition }: TimedPhrase,
): boolean {
  if (verb === null) return false;
  const lemma = parsed?.words[predicateOfVerb(parsed, verb.head)]?.lemma ?? verb.lemma;
  const isTried = preposition === 'in' && OF_COURTS.test(lemma) && !OF_TRIALS.test(tokens[head]?.lower ?? '');
  if (isTried || parsed === null) return isTried;
  const { predicate } = hangingOf(parsed, head);
  return others.some((other) => other.last < head && predicateOfVerb(parsed, other.head) === predicate);
}

/** "the *2004 tsunami*", "*this year's election*": a noun alone in the scope of a year names no event of its own. */
const isYearOfNoun = (
  { tokens, skipped }: SentenceAnalysis,
  { first, head, last }: EventNoun,
  { date }: DatedResolution,
): boolean =>
  WIDE.has(date.precision) &&
  last === head &&
  tokens
    .slice(first, head)
    .every(
      ({ pos, text }, offset) => skipped[first + offset] || pos === 'DET' || pos === 'PART' || text === '-',
    );

const WIDE: ReadonlySet<string> = new Set(['QUARTER', 'SEASON', 'YEAR_PART', 'YEAR', 'DECADE', 'CENTURY']);

/** Nouns for times and shares of them: "the *hours* of Monday", "in the *course* of the day". */
const OF_TIME =
  /^(?:afternoon|aftermath|beginning|course|date|day|days|dawn|end|evening|half|hour|hours|middle|minute|minutes|moment|month|months|morning|most|night|part|parts|period|quarter|quarters|remainder|rest|season|start|time|turn|wake|week|weeks|weekend|year|years|ahead|out|because|instead|as|result|thirds?|all)$/u;

/** The noun that "of" ties a time to: "levels" in "from the low levels of last summer". Null where it is a noun of time. */
export function nounBefore({ tokens, skipped }: SentenceAnalysis, at: number): number | null {
  let of = at - 1;
  const isListed = (index: number): boolean =>
    skipped[index] === true || (tokens[index]?.pos === 'CCONJ' && skipped[index - 1] === true);
  while (tokens[of]?.pos === 'DET' || isListed(of)) of -= 1;
  const noun = tokens[of - 1];
  const isNoun = noun?.pos === 'NOUN' || noun?.pos === 'PROPN';
  return tokens[of]?.lower === 'of' && isNoun && !OF_TIME.test(noun.lower) ? of - 1 : null;
}

/** "cancelled the *talks* planned for Friday": the noun that a plan for a time describes, by the tree. */
export function plannedNoun({ parsed }: SentenceAnalysis, time: Span): number | null {
  const word = parsed === null ? null : headOfSpan(parsed, time);
  if (parsed === null || word === null) return null;
  const { predicate, noun } = hangingOf(parsed, word);
  const { label, lemma = '', head = -1, xpos } = parsed.words[predicate] ?? {};
  const isPlan = label === 'acl' && xpos === 'VBN' && PLANS.has(lemma);
  return noun === null && isPlan && predicate < word ? head : null;
}

/** Prepositions of what an act is counted from or lasts up to. */
const LIMITS = /^(?:since|until|till)$/u;

/** "lasted until his *death* in 2001", "has grown since its *founding* in May": the noun that limits an act, right before a time. */
export function limitBefore(sentence: SentenceAnalysis, at: number): number | null {
  const { tokens, groupAt } = sentence;
  const preposition = tokens[at - 1]?.pos === 'DET' ? at - 2 : at - 1;
  const noun = preposition - 1;
  if (!/^(?:in|on)$/u.test(tokens[preposition]?.lower ?? '') || groupAt[noun]) return null;
  if (tokens[noun]?.pos !== 'NOUN' || OF_TIME.test(tokens[noun]?.lower ?? '')) return null;
  const limit = tokens[nounPhraseAt(sentence, noun).first - 1]?.lower ?? '';
  return LIMITS.test(limit) ? noun : null;
}

/** "the revolution *of May 1910*" dates a happening, "the constitution *of 1917*" nothing. */
export function attachNounOf(
  sentence: SentenceAnalysis,
  clause: Clause,
  head: number,
  resolution: DatedResolution,
  lexicon: Lexicon,
): readonly DatedStatement[] {
  const noun = nounPhraseAt(sentence, head);
  const isPlan = plannedNoun(sentence, resolution.timex) === head;
  if (!namesHappening(sentence.tokens[head], lexicon)) return [];
  if (!isPlan && isYearOfNoun(sentence, noun, resolution)) return [];
  return [{ kind: 'NOUN', clause, verb: null, noun, via: null, resolution, attachment: 0.8 }];
}
