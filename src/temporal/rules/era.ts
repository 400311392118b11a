/**
 * Years, months and seasons with their era. "490 BC" BC0490 · "AD 70" 0070 · "480–479 BC" BC0480 and BC0479 · "August 480
 * BC" BC0480-08 · "spring of 480 BC" BC0480-SP.
 */

import { monthNumberOf, seasonNumberOf } from '../../domain/time/calendar-names.ts';
import { monthPeriod, type Period, yearPeriod } from '../../domain/time/period.ts';
import { NO_REFERENCE, patternFamily, type Reading, type RuleMatch } from '../rule.ts';
import { GAP, MONTH, SEASON } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'era/written': 'the words give the year and its era',
};

const ERA = String.raw`${GAP}?(?<era>B\.C\.E\.|B\.C\.|BCE?|A\.D\.|AD|C\.E\.|CE)(?!\w)`;
const WRITTEN = new RegExp(
  String.raw`\b(?:(?<month>${MONTH})${GAP}|(?:the${GAP})?(?<season>${SEASON})${GAP}(?:of${GAP})?)?(?<year>\d{1,4})${ERA}|\bA\.?D\.?${GAP}(?<ad>\d{1,4})\b`,
  'dgi',
);
const RANGE_START = new RegExp(
  String.raw`\b(?<year>\d{1,4})(?=[-–]\d{1,4}${ERA})|(?<=\b(?:from|between|of|in|since)${GAP})(?<first>\d{1,4})(?=${GAP}(?:to|and|or|until)${GAP}\d{1,4}${ERA})`,
  'dgi',
);

function periodOfEra(groups: Readonly<Record<string, string | undefined>>): Period {
  const number = Number(groups['year'] ?? groups['first'] ?? groups['ad']);
  const year = groups['era']?.startsWith('B') === true ? 1 - number : number;
  if (groups['month'] !== undefined) return monthPeriod(year, monthNumberOf(groups['month']));
  const season = seasonNumberOf(groups['season'] ?? '');
  return season === undefined ? yearPeriod(year) : { unit: 'SEASON', index: year * 4 + season };
}

/** An era is written in capitals: "5 ad" is no year. */
const CAPITALS = /^[A-Z.]+$/;

function read({ groups }: RuleMatch): Reading | null {
  if (groups['ad'] === undefined && !CAPITALS.test(groups['era'] ?? '')) return null;
  return {
    kind: 'period',
    period: periodOfEra(groups),
    rule: 'era/written',
    direction: null,
    reference: NO_REFERENCE,
    confidence: 0.9,
  };
}

/** "490 BC", "August 480 BC". */
export const era = patternFamily(REASONS, WRITTEN, read);
/** "480" in "480–479 BC" and in "from 480 to 479 BC". */
export const eraRangeStart = patternFamily(REASONS, RANGE_START, read);
