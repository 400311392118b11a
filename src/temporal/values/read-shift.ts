import {
  dayPeriod,
  type Period,
  type PeriodUnit,
  periodOf,
  shiftPeriod,
  widen,
} from '../../domain/time/period.ts';
import type { Mentioned } from '../discourse.ts';
import { ANCHOR, type Context, type Reading, referenceTo } from '../rule.ts';
import { yearBefore } from '../tense/year-before.ts';
import { dayAfter, type LengthOfTime } from './length-of-time.ts';

/** Why the rules of shifts ("two weeks ago") read as they do, for people. */
export const SHIFT_REASONS = {
  'shift/from-anchor': 'it is counted from the anchor',
  'shift/from-untold': 'the text names no day that it is counted from',
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

/** A length of one number: 2 and WEEK for "two weeks". */
export const simpleLength = (count: number, unit: PeriodUnit): LengthOfTime => ({
  counts: [{ unit, count }],
  unit,
  isAbout: false,
});

/**
 * The period a length of time away, back for the sign -1: "two weeks ago", "a month and two days ago". Null for a count that
 * is no whole number or beyond all calendars, and where the count begins at a period that is longer than its own units.
 */
export function readShift(
  length: LengthOfTime,
  sign: 1 | -1,
  { mentioned, start }: ShiftFrom,
  context: Context,
): Reading | null {
  if (!length.counts.every(({ count }) => Number.isInteger(count) && count <= MOST)) return null;
  const { anchor, discourse, narrative } = context;
  const [first] = length.counts;
  const isOneYear = length.counts.length === 1 && first?.unit === 'YEAR' && first.count === 1;
  const told = discourse.last();
  const isOfStory = mentioned === undefined || mentioned === told;
  const before = isOneYear && sign < 0 && isOfStory ? yearBefore(told, start, context) : null;
  if (before !== null) return before;
  const period = shiftedPeriod(length, sign, mentioned?.period ?? dayPeriod(anchor));
  if (period === null) return null;
  const from =
    mentioned === undefined ? anchor : mentioned.period.unit === 'DAY' ? mentioned.period.index : null;
  return {
    kind: 'period',
    period,
    rule: mentioned === undefined ? 'shift/from-anchor' : 'shift/from-told',
    direction: sign < 0 ? 'PAST' : 'FUTURE',
    reference: referenceTo(mentioned),
    confidence: mentioned === undefined ? 0.85 : 0.7,
    ...(length.isAbout ? { mod: 'APPROX' } : {}),
    ...(from === null ? {} : { counted: { from, to: dayAfter(from, length, sign) } }),
    ...((isOneYear && sign < 0) || (narrative && (mentioned === undefined || sign < 0))
      ? { aside: true }
      : {}),
  };
}

/** A count of one unit goes from unit to unit. A count of several goes from day to day and ends in a unit. */
function shiftedPeriod(length: LengthOfTime, sign: 1 | -1, from: Period): Period | null {
  const [first, second] = length.counts;
  if (first === undefined) return null;
  if (second === undefined && first.unit === length.unit)
    return shiftPeriod(widen(from, first.unit), sign * first.count);
  return from.unit === 'DAY' ? periodOf(length.unit, dayAfter(from.index, length, sign)) : null;
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
