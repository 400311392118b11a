/**
 * "the quarter" alone: the quarter named last, else the last complete one. On 2021-12-21: "the quarter" 2021-Q3 · "the
 * quarter ended Sept. 30" 2021-Q3.
 */

import { monthNumberOf } from '../../../domain/time/calendar-names.ts';
import { monthPeriod, type Period, periodOf, shiftPeriod, widen } from '../../../domain/time/period.ts';
import { type Context, patternFamily, type Reading, type RuleMatch, referenceTo } from '../../rule.ts';
import { chooseYear } from '../../tense/choose-year.ts';
import { GAP, MONTH } from '../../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'quarter/told': '"the quarter" is the quarter that the text named last, else the last complete one',
  'quarter/by-its-end': 'the words tell the month in which it ends',
};

const PATTERN = new RegExp(
  String.raw`\b(?:the|each)${GAP}quarter\b(?!-|${GAP}(?:century|mile|of\s+(?:a|all|the\s+(?:population|country))))(?=(?:,?${GAP}(?:that${GAP})?(?:ended|ending|ends)${GAP}(?<end>${MONTH}))?)`,
  'dgi',
);

export const theQuarter = patternFamily(REASONS, PATTERN, (match, context): Reading => {
  const { anchor, discourse } = context;
  const end = match.groups['end'];
  const mentioned = end === undefined ? discourse.lastNamed('QUARTER') : undefined;
  const now = shiftPeriod(periodOf('QUARTER', anchor), -1);
  return {
    kind: 'period',
    period:
      end === undefined ? (mentioned?.period ?? now) : quarterEnding(monthNumberOf(end), match, context),
    rule: end === undefined ? 'quarter/told' : 'quarter/by-its-end',
    direction: null,
    reference: referenceTo(mentioned),
    confidence: 0.7,
  };
});

const quarterEnding = (month: number, match: RuleMatch, context: Context): Period =>
  widen(monthPeriod(chooseYear(context, match, { month }).year, month), 'QUARTER');
