import { type PeriodUnit, periodOf, shiftPeriod, widen } from '../../domain/time/period.ts';
import type { Mentioned } from '../discourse.ts';
import { ANCHOR, type Context, type Reading, referenceTo } from '../rule.ts';
import { yearBefore } from '../tense/year-before.ts';

/** Why the rules of shifts ("two weeks ago") read as they do, for people. */
export const SHIFT_REASONS = {
  'shift/from-anchor': 'it is counted from the anchor',
  'shift/from-told': 'it is counted from what the text named before',
  'shift/year-from-told-part': 'it is the same part of the year before that the text speaks of',
  'shift/vague': 'the count is not given, so only the direction is known',
};

/** The start of a count, and the place of its words in the text. */
export interface ShiftFrom {
  /** The period that the text named before; undefined for the anchor. */
  readonly mentioned: Mentioned | undefined;
  readonly start: number;
}

const MOST = 100_000;

/**
 * The period some units away, back for a negative count: "two weeks ago". Null for a count that is no whole number or
 * beyond all calendars.
 */
export function readShift(
  unit: PeriodUnit,
  count: number,
  { mentioned, start }: ShiftFrom,
  context: Context,
): Reading | null {
  if (!Number.isInteger(count) || Math.abs(count) > MOST) return null;
  const { anchor, discourse } = context;
  const direction = count < 0 ? 'PAST' : 'FUTURE';
  const before = unit === 'YEAR' && count === -1 ? yearBefore(discourse.last(), start, context) : null;
  if (before !== null) return before;
  const base = mentioned === undefined ? periodOf(unit, anchor) : widen(mentioned.period, unit);
  return {
    kind: 'period',
    period: shiftPeriod(base, count),
    rule: mentioned === undefined ? 'shift/from-anchor' : 'shift/from-told',
    direction,
    reference: referenceTo(mentioned),
    confidence: mentioned === undefined ? 0.85 : 0.7,
    ...((unit === 'YEAR' && count === -1) || (context.narrative && (mentioned === undefined || count < 0))
      ? { aside: true }
      : {}),
  };
}

/** A shift without a count: "years ago", "months later". */
export const vagueShift = (back: boolean): Reading => ({
  kind: 'value',
  type: 'DATE',
  value: back ? 'PAST_REF' : 'FUTURE_REF',
  rule: 'shift/vague',
  direction: back ? 'PAST' : 'FUTURE',
  reference: ANCHOR,
  confidence: 0.5,
});
