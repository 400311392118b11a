/**
 * "in" and a count of units, in a clause that points ahead. On 2021-12-21: "will meet in two weeks" 2022-W01 · "in two to
 * three weeks" 2022-W01, up to the end of 2022-W02 · "in three days' time" 2021-12-24 · "is due in a few months" FUTURE_REF. In other clauses it is a duration: "the first time in five years", also "will sing for the first
 * time in five years".
 */
import {
  boundsOf,
  type Period,
  type PeriodBounds,
  type PeriodUnit,
  periodOf,
  shiftPeriod,
} from '../../domain/time/period.ts';
import { ANCHOR, type Context, patternFamily, type Reading, type RuleMatch } from '../rule.ts';
import { pointsAhead } from '../tense/lean.ts';
import { COUNT, numberOf, VAGUE_COUNT } from '../values/numbers.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'ahead/counted': 'its clause points ahead, so it is counted ahead from the anchor',
  'ahead/vague': 'its clause points ahead, and the count is not given',
};

const PATTERN = new RegExp(
  String.raw`\b(?<span>in${GAP}(?:(?:about|around|roughly)${GAP})?(?<count>${COUNT}|${VAGUE_COUNT})(?:(?:${GAP}(?:to|or)${GAP}|[-–])(?<most>${COUNT}))?${GAP}(?<unit>day|week|month|year)s?)(?:(?<time>['’]?s?['’]?${GAP}time)\b|(?![\w-]|['’]\w|${GAP}(?:of|or|and|to|ago|earlier|later|without)\b))`,
  'dgi',
);

const MOST = 10_000;

/** From the beginning of one period to the end of another: "in two to three weeks". */
const boundsFrom = (one: Period, other: Period): PeriodBounds => ({
  first: boundsOf(one).first,
  last: boundsOf(other).last,
});

/** "for the first time in 25 years", "the worst flood in ten years": the count looks back. */
const RECORD =
  /\b(?:first|second|third|only|last|best|worst|most|least|[a-z]{3,}est|time|twice)(?:\s+[\w-]+){0,3}\s+$/i;
const RECORD_REACH = 48;

export const ahead = patternFamily(REASONS, PATTERN, (match, context): Reading | null => {
  const { count = '', most = '', unit = '', time } = match.groups;
  if (time === undefined && (context.narrative || isRecord(match, context) || !pointsAhead(context, match)))
    return null;
  const number = numberOf(count);
  const base = { direction: 'FUTURE', reference: ANCHOR } as const;
  if (number === undefined)
    return {
      ...base,
      kind: 'value',
      type: 'DATE',
      value: 'FUTURE_REF',
      rule: 'ahead/vague',
      confidence: 0.5,
    };
  if (!Number.isInteger(number) || number > MOST) return null;
  const now = periodOf(unit.toUpperCase() as PeriodUnit, context.anchor);
  const period = shiftPeriod(now, number);
  const upTo = numberOf(most) ?? number;
  return {
    ...base,
    kind: 'period',
    period,
    ...(upTo > number && upTo <= MOST ? { part: boundsFrom(period, shiftPeriod(now, upTo)) } : {}),
    rule: 'ahead/counted',
    confidence: 0.7,
  };
});

const isRecord = ({ start }: RuleMatch, { text }: Context): boolean =>
  RECORD.test(text.slice(Math.max(0, start - RECORD_REACH), start));
