import { dayBoundsOf } from '../../../domain/time/event-date.ts';
import { DENIALS, PROPOSALS } from '../../../parsing/tree/plan-words.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { VerbForm, VerbGroup } from '../../sentences/verb-groups.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { hangsOn } from './clause-of-time.ts';
import type { DatedResolution } from './dated-statement.ts';

/** Forms of a purpose. A participle ("improved roads") is none. */
const AIMS: ReadonlySet<VerbForm> = new Set(['INFINITIVE', 'GERUND', 'BASE']);
const DAYS_OF_A_YEAR = 366;

/**
 * The infinitive or gerund that a time dates instead of the clause's verb. Its act is still to come ("agreed to start talks
 * next month") or years past ("accused Russia of invading Crimea in 2014"). Null where the time dates the verb itself.
 */
export function purposeVerb(
  sentence: SentenceAnalysis,
  clause: Clause,
  at: number,
  { date, timex }: DatedResolution,
  anchorDay: number,
  lexicon: Lexicon,
): VerbGroup | null {
  const nearest = clause.others.findLast(({ last, form }) => last < at && AIMS.has(form));
  const { verb } = clause;
  if (verb === null) return null;
  const { earliestDay, latestDay } = dayBoundsOf(date);
  const isAhead = earliestDay > anchorDay;
  if (nearest === undefined)
    return isAhead && verb.form === 'PAST' && lexicon.intent.has(verb.lemma) ? verb : null;
  if (nearest.first < verb.first) return null;
  if (isAhead && verb.form !== 'FUTURE') return nearest;
  const alleged = allegedVerb(sentence, clause, at);
  const isBefore = ALLEGING.test(verb.lemma) || anchorDay - latestDay > DAYS_OF_A_YEAR / 2;
  if (alleged !== null && isBefore) return alleged;
  const isOwn =
    hangsOn(sentence, timex, nearest.head) && !PROPOSALS.has(verb.lemma) && !DENIALS.has(verb.lemma);
  return isOwn ? nearest : null;
}

/** Verbs after which a date is that of the deed, however new it is: "accused of robbing a bank on Monday". */
const ALLEGING = /^(?:accuse|blame|suspect)$/u;

/** The first of the gerunds before a time that a preposition ties to the verb: "guilty of *killing* a man and wounding two in May". */
function allegedVerb({ tokens }: SentenceAnalysis, { others, verb }: Clause, at: number): VerbGroup | null {
  const before = others.filter(({ first, last }) => first > (verb?.last ?? -1) && last < at);
  const place = before.findLastIndex(
    ({ first, form }) => form === 'GERUND' && /^(?:ADP|SCONJ)$/u.test(tokens[first - 1]?.pos ?? ''),
  );
  const isChain = before
    .slice(place + 1)
    .every(({ form, first }) => form === 'GERUND' && tokens[first - 1]?.pos === 'CCONJ');
  return isChain ? (before[place] ?? null) : null;
}
