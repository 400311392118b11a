/**
 * Years in words, from transcripts of speech, alone or after a month or season. "nineteen ninety-six" 1996 · "January
 * nineteen ninety-seven" 1997-01 · "two thousand and ten" 2010 · "the year two thousand" 2000.
 */

import { monthNumberOf, seasonNumberOf } from '../../domain/time/calendar-names.ts';
import { monthPeriod, type Period, yearPeriod } from '../../domain/time/period.ts';
import { NO_REFERENCE, patternFamily } from '../rule.ts';
import { NUMBER_WORD, numberOf } from '../values/numbers.ts';
import { GAP, MONTH, SEASON } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'spoken-year': 'a year written in words',
};

const PATTERN = new RegExp(
  String.raw`\b(?:(?<month>${MONTH}),?${GAP}(?:of${GAP})?|(?:the${GAP})?(?<season>${SEASON})${GAP}(?:of${GAP})?)?(?:(?<century>fifteen|sixteen|seventeen|eighteen|nineteen|twenty)${GAP}(?<rest>(?:oh${GAP})?${NUMBER_WORD})|(?:the${GAP}year${GAP}(?<bare>two${GAP}thousand)|two${GAP}thousand${GAP}(?:and${GAP})?(?<thousands>${NUMBER_WORD})))\b(?![\s-]+(?:years?|days?|months?|weeks?|hours?|minutes?|people|dollars?|percent|million|thousand|hundred))`,
  'dgi',
);

export const spokenYear = patternFamily(REASONS, PATTERN, ({ groups }) => {
  const { century, rest, thousands, month, season } = groups;
  const tail = numberOf((rest ?? thousands ?? '').replace(/^oh\s+/i, '')) ?? 0;
  if (century !== undefined && tail < 10 !== /^oh\b/i.test(rest ?? '')) return null;
  const year = century === undefined ? 2000 + tail : (numberOf(century) ?? 0) * 100 + tail;
  return {
    kind: 'period',
    period: partOf(year, month, season),
    rule: 'spoken-year',
    direction: null,
    reference: NO_REFERENCE,
    confidence: 0.8,
  };
});

function partOf(year: number, month: string | undefined, season: string | undefined): Period {
  if (month !== undefined) return monthPeriod(year, monthNumberOf(month));
  if (season === undefined) return yearPeriod(year);
  return { unit: 'SEASON', index: year * 4 + (seasonNumberOf(season) ?? 0) };
}
