import { type PeriodUnit, shiftPeriod } from '../../domain/time/period.ts';
import type { Mentioned } from '../discourse.ts';
import { type Context, type Reading, referenceTo } from '../rule.ts';

/** A year away keeps the granularity of the period spoken of last: after a third quarter it is a third quarter. */
const PER_YEAR: Partial<Record<PeriodUnit, number>> = { MONTH: 12, QUARTER: 4, HALF: 2 };

/** "For the nine months, …": from there on a report speaks of that stretch, which is no period of the calendar. */
const OTHER_SPAN =
  /\b(?:six|nine|ten|eleven|[69]|1[01])\s+months\b|\b(?:for|in|of)\s+the\s+(?:full\s+)?year\b/i;
const REACH = 600;

/** Whether the text still speaks of a period when it comes to `start`. */
export const isStillTheTopic = ({ end }: Mentioned, start: number, { text }: Context): boolean =>
  !OTHER_SPAN.test(text.slice(Math.max(end, start - REACH), start));

/** The same part of the year before, where the period spoken of is a part of a year; null where it is none. */
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
