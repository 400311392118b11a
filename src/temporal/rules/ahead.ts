/**
 * "in" and a count of units, in a clause that points ahead. On 2021-12-21: "will meet in two weeks" 2022-W01 · "in three days' time"
 * 2021-12-24 · "is due in a few months" FUTURE_REF. In other clauses it is a duration: "the first time in five years".
 */
import { type PeriodUnit, periodOf, shiftPeriod } from '../../domain/time/period.ts';
import { ANCHOR, patternFamily, type Reading } from '../rule.ts';
import { pointsAhead } from '../tense/lean.ts';
import { COUNT, numberOf, VAGUE_COUNT } from '../values/numbers.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'ahead/counted': 'its clause points ahead, so it is counted ahead from the anchor',
  'ahead/vague': 'its clause points ahead, and the count is not given',
};

const PATTERN = new RegExp(
  String.raw`\b(?<span>in${GAP}(?:(?:about|around|roughly)${GAP})?(?<count>${COUNT}|${VAGUE_COUNT})${GAP}(?<unit>day|week|month|year)s?)(?:(?<time>['’]?s?['’]?${GAP}time)\b|(?![\w-]|['’]\w|${GAP}(?:of|or|and|to|ago|earlier|later|with|without|for)\b))`,
  'dgi',
);

export const ahead = patternFamily(REASONS, PATTERN, (match, context): Reading | null => {
  const { count = '', unit = '', time } = match.groups;
  if (time === undefined && (context.narrative || !pointsAhead(context, match))) return null;
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
  if (!Number.isInteger(number) || number > 10_000) return null;
  const now = periodOf(unit.toUpperCase() as PeriodUnit, context.anchor);
  return {
    ...base,
    kind: 'period',
    period: shiftPeriod(now, number),
    rule: 'ahead/counted',
    confidence: 0.7,
  };
});
