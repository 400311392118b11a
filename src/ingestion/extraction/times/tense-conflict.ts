import { dayBoundsOf } from '../../../domain/time/event-date.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution } from './dated-statement.ts';

/**
 * Days after which a future tense cannot belong to the time. Shorter gaps occur: "said a week ago that talks
 * would begin on Monday".
 */
const LONG_AGO = 180;

/**
 * How tense and time contradict each other; null where they agree. A contradicting time dates a happening
 * that the clause names: "had talked about the visit in May", "will investigate the massacre of 1994", "has been arrested over
 * the bombing last year", "is weighing an offer last week by the owner".
 */
export function tenseConflict(
  { tokens }: SentenceAnalysis,
  { form, first, last }: VerbGroup,
  { date }: DatedResolution,
  anchorDay: number,
): 'PAST_OF_FUTURE' | 'FUTURE_OF_PAST' | 'PERFECT_OF_PAST' | null {
  const { earliestDay, latestDay } = dayBoundsOf(date);
  if (form === 'PAST' && earliestDay > anchorDay) return 'PAST_OF_FUTURE';
  if (form === 'FUTURE' || form === 'MODAL')
    return latestDay < anchorDay - LONG_AGO ? 'FUTURE_OF_PAST' : null;
  const isLasting =
    /^(?:is|are)$/u.test(tokens[first]?.lower ?? '') && tokens[last]?.lower.endsWith('ing') === true;
  const isPerfect = isLasting || /^(?:has|have|['’]ve)$/u.test(tokens[first]?.lower ?? '');
  const isOver = latestDay < anchorDay && (date.role === 'ON' || date.role === 'WITHIN');
  return first < last && isPerfect && isOver ? 'PERFECT_OF_PAST' : null;
}
