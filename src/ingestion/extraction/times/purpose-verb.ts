import { dayBoundsOf } from '../../../domain/time/event-date.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { VerbForm, VerbGroup } from '../../sentences/verb-groups.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution } from './dated-statement.ts';

/** Not the "improved" of "improved roads". */
const AIMS: ReadonlySet<VerbForm> = new Set(['INFINITIVE', 'GERUND', 'BASE']);
const DAYS_OF_A_YEAR = 366;

/**
 * The infinitive or gerund that a time dates instead of its clause's verb: what lies ahead ("agreed to start talks next
 * month"), or lies years back ("accused Russia of invading Crimea in 2014"). Null where the verb itself is dated.
 */
export function purposeVerb(
  { tokens }: SentenceAnalysis,
  clause: Clause,
  at: number,
  { date }: DatedResolution,
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
  const isOf = tokens[nearest.first - 1]?.pos === 'ADP' && nearest.form === 'GERUND';
  return isOf && anchorDay - latestDay > DAYS_OF_A_YEAR / 2 ? nearest : null;
}
