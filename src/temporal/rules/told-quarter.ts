/** The quarter that a text speaks of, in another year or again. After "the third quarter" of 2021: "the 2020 quarter" 2020-Q3 · "the 2020 period" 2020-Q3 · "the latest period" 2021-Q3 · "the same period last year" 2020-Q3. */
import { periodOf, shiftPeriod } from '../../domain/period.ts';
import { GAP } from '../patterns.ts';
import { ANCHOR, patternFamily, type Reading } from '../rule.ts';

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

/** The same quarter in a year that is named; the quarter itself where none is. */
const indexIn = (year: string | undefined, index: number): number =>
  year === undefined ? index : Number(year) * QUARTERS + (index % QUARTERS);

export const toldQuarter = patternFamily(
  'told-quarter',
  REASONS,
  PATTERN,
  ({ groups }, { anchor, discourse }): Reading => {
    const year = groups['year'];
    const told = discourse.lastNamed('QUARTER');
    const last = told?.period ?? shiftPeriod(periodOf('QUARTER', anchor), -1);
    const index = groups['back'] === undefined ? indexIn(year, last.index) : last.index - QUARTERS;
    return {
      kind: 'period',
      period: { unit: 'QUARTER', index },
      rule: 'told-quarter',
      direction: null,
      reference: told === undefined ? ANCHOR : { kind: 'EXPRESSION', start: told.start, end: told.end },
      confidence: 0.6,
      ...(index === last.index ? {} : { aside: true }),
    };
  },
);
