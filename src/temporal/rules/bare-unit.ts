/**
 * A unit with nothing but "the", if the words around it make it a period of the calendar. On 2021-12-21:
 * "the end of the year" 2021 (END) · "earlier in the week" 2021-W51 (START) · "the full year" 2021 · "for the week," 2021-W51 ·
 * "by year-end" 2021 (END). In history writing it is the period named last, in news so
 * is a day: after "on Saturday", "earlier in the day" 2021-12-18.
 */
import { type PeriodUnit, periodOf } from '../../domain/time/period.ts';
import type { TimexMod } from '../../domain/time/timex.ts';
import { type Context, patternFamily, type Reading, referenceTo } from '../rule.ts';
import { ORDINAL } from '../values/ordinals.ts';
import { GAP, UNIT, WEEKDAY } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'bare-unit/current': 'it is the period in which the anchor lies',
  'bare-unit/told': 'it is the period that the text named before: any in history writing, a day in news',
};

/** "his end-of-the-year address" is a kind of address: a part of a period needs its article or a preposition. */
const PART = `(?:the|at|by|before|until|toward|towards)${GAP}(?:very${GAP})?(?:beginning|start|middle|end|close|rest|course)${GAP}of|(?:earlier|later|early|late)${GAP}in|(?:${ORDINAL})${GAP}(?:day|week|month|${WEEKDAY})${GAP}of`;
const PATTERN = new RegExp(
  `(?<=\\b(?:${PART})${GAP})(?:the|that)${GAP}(?<part>${UNIT})\\b|` +
    `\\bthe${GAP}(?:full|entire|whole)${GAP}(?<whole>week|month|year)\\b|` +
    `(?<=\\bfor${GAP})the${GAP}(?<total>week|month|year)(?=,)`,
  'dgi',
);
const YEAR_END = new RegExp(
  `(?<=\\b(?:by|at|until|before|through|since)${GAP})year(?:['’]s)?[ -]end\\b`,
  'dgi',
);

/** "the end of the year", "earlier in the week". */
export const bareUnit = patternFamily(REASONS, PATTERN, ({ groups }, context) =>
  unitReading(groups['part'] ?? groups['whole'] ?? groups['total'] ?? 'year', context),
);

/** "by year-end". */
export const yearEnd = patternFamily(REASONS, YEAR_END, (_match, context) =>
  unitReading('year', context, 'END'),
);

function unitReading(name: string, { anchor, discourse, narrative }: Context, mod?: TimexMod): Reading {
  const unit = name.toUpperCase() as PeriodUnit;
  const mentioned = narrative || unit === 'DAY' ? discourse.lastOf(unit) : undefined;
  return {
    kind: 'period',
    period: mentioned?.period ?? periodOf(unit, anchor),
    rule: mentioned === undefined ? 'bare-unit/current' : 'bare-unit/told',
    direction: null,
    reference: referenceTo(mentioned),
    confidence: 0.7,
    ...(mod === undefined ? {} : { mod }),
  };
}
