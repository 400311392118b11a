/**
 * The quarter that is the topic of a report, in its own year or another. After "the third quarter" of 2021:
 * "the 2020 quarter" 2020-Q3 · "the 2020 period" 2020-Q3 · "the latest period" 2021-Q3 · "the same period last year" 2020-Q3.
 */
import { periodOf, shiftPeriod, yearPeriod } from '../../../domain/time/period.ts';
import { NO_REFERENCE, patternFamily, type Reading, referenceTo } from '../../rule.ts';
import { isStillTheTopic } from '../../tense/year-before.ts';
import { GAP } from '../../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'told-quarter': 'it is the quarter that the text speaks of, in the year that is named',
};

const PATTERN = new RegExp(
  `\\bthe${GAP}(?:(?<year>(?:19|20)\\d\\d)${GAP}(?:quarter|period)|latest${GAP}period|` +
    `(?<back>(?:same|corresponding|comparable|like)${GAP}(?:quarter|period)(?:,?${GAP}(?:of${GAP})?last${GAP}year|${GAP}a${GAP}year${GAP}(?:ago|earlier|before))))\\b`,
  'dgi',
);
const QUARTERS = 4;

/** The same quarter in a named year, or the quarter itself without a year. */
const indexIn = (year: string | undefined, index: number): number =>
  year === undefined ? index : Number(year) * QUARTERS + (index % QUARTERS);

/** After "in the first nine months" the 1988 period is a part of 1988, but no quarter. */
const wholeYear = (year: number): Reading => ({
  kind: 'period',
  period: yearPeriod(year),
  rule: 'told-quarter',
  direction: null,
  reference: NO_REFERENCE,
  confidence: 0.5,
  aside: true,
});

export const sameQuarter = patternFamily(REASONS, PATTERN, ({ groups, start }, context): Reading => {
  const { anchor, discourse } = context;
  const year = groups['year'];
  const named = discourse.lastNamed('QUARTER');
  const mentioned = named !== undefined && isStillTheTopic(named, start, context) ? named : undefined;
  if (year !== undefined && named !== mentioned) return wholeYear(Number(year));
  const last = mentioned?.period ?? shiftPeriod(periodOf('QUARTER', anchor), -1);
  const index = groups['back'] === undefined ? indexIn(year, last.index) : last.index - QUARTERS;
  return {
    kind: 'period',
    period: { unit: 'QUARTER', index },
    rule: 'told-quarter',
    direction: null,
    reference: referenceTo(mentioned),
    confidence: 0.6,
    ...(index === last.index ? {} : { aside: true }),
  };
});
