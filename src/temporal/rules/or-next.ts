/**
 * The second of two alternatives that share a unit. On 2021-12-21, in "this week or next": "next" 2021-W52 · in "last year or
 * this": "this" 2021.
 */
import { type PeriodUnit, periodOf, shiftPeriod } from '../../domain/time/period.ts';
import { ANCHOR, patternFamily } from '../rule.ts';
import { GAP, UNIT } from '../values/patterns.ts';

const PATTERN = new RegExp(
  `(?<=\\b(?:this|last)${GAP}(?<unit>${UNIT})${GAP}(?:or|and)${GAP})(?:the${GAP})?(?<which>next|this)\\b(?=\\s*(?:[.,;:)!?”"]|$))`,
  'dgi',
);

export const orNext = patternFamily(
  { 'or-next': 'it has the unit of the period before it' },
  PATTERN,
  ({ groups }, { anchor }) => {
    const unit = (groups['unit'] ?? 'week').toUpperCase() as PeriodUnit;
    const step = /^next$/i.test(groups['which'] ?? '') ? 1 : 0;
    return {
      kind: 'period',
      period: shiftPeriod(periodOf(unit, anchor), step),
      rule: 'or-next',
      direction: step > 0 ? 'FUTURE' : 'PRESENT',
      reference: ANCHOR,
      confidence: 0.85,
    };
  },
);
