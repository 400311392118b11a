import { type PeriodUnit, shiftPeriod } from '../../domain/time/period.ts';
import type { Mentioned } from '../discourse.ts';
import { type Context, type Reading, referenceTo } from '../rule.ts';

/** A year back keeps the unit of the last period: a year before a third quarter is a third quarter. */
const PER_YEAR: Partial<Record<PeriodUnit, number>> = { MONTH: 12, QUARTER: 4, HALF: 2 };

/** "For the nine months, …": from there on, the report is about a span that is no period of the calendar. */
const OTHER_SPAN =
  /\b(?:six|nine|ten|eleven|[69]|1[01])\s+months\b|\b(?:for|in|of)\s+the\s+(?:full\s+)?year\b/i;
const REACH = 600;

/** Whether a period is still the topic at `start`: no other span ("the nine months") came after it. */
export const isStillTheTopic = ({ end }: Mentioned, start: number, { text }: Context): boolean =>
  !OTHER_SPAN.test(text.slice(Math.max(end, start - REACH), start));

/**
 * The same part of the year before: after "the third quarter", "a year ago" is the third quarter of last year. Null where
 * the period is no part of a year.
 */
export function yearBefore(
  mentioned: Mentioned | undefined,
  start: number,
  context: Context,
): Reading | null {
  const perYear = mentioned === undefined ? undefined : PER_YEAR[mentioned.period.unit];
  if (mentioned === undefined || perYear === undefined || !isStillTheTopic(mentioned, start, context))
    return null;
  return {
    kind: 'period',
    period: shiftPeriod(mentioned.period, -perYear),
    rule: 'shift/year-from-told-part',
    direction: 'PAST',
    reference: referenceTo(mentioned),
    confidence: 0.75,
    aside: true,
  };
}
