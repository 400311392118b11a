/**
 * Lengths of time without a count. "month-long" P1M · "years-long" PXY · "years of drought" PXY · "half-hour-long" PT0.5H.
 * "recent weeks" PXW · "for decades" PXE · "over the years" PXY · "the year ended June 30" P1Y.
 */

import { patternFamily, type Reading, type RuleMatch } from '../rule.ts';
import { durationReading, durationValue } from '../values/duration-value.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const ADJECTIVE_REASONS = {
  'duration/adjective': 'it tells how long something lasts, not when',
};
const YEAR_REASONS = {
  'duration/year-ended': 'twelve months that are no year of the calendar',
};
const VAGUE_REASONS = {
  'duration/vague': 'it tells roughly how long, not when',
};

const ADJECTIVE =
  /\b(?:(?<half>half)[- ])?(?:(?<unit>second|minute|hour|day|week|weekend|month|year|decade|century)[- ]?|(?<units>hours|days|weeks|months|years|decades|centuries)-)long\b/dgi;
const UNITS = 'seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries';
const NOT_SHIFTED = `(?!${GAP}(?:ago|earlier|later|\\d{4}))`;
const RECENT = new RegExp(
  `\\b(?:(?:the|these)${GAP})?(?:recent|past|last|coming|next)${GAP}(?<unit>${UNITS})\\b${NOT_SHIFTED}`,
  'dgi',
);
const BARE = new RegExp(
  `\\b(?:for|over|in|through|after|within|many)${GAP}(?<span>(?:the${GAP})?(?<unit>${UNITS}))\\b${NOT_SHIFTED}`,
  'dgi',
);

/** "Years of drought", "followed weeks of talks": an amount of time, unless its count stands before it. */
const AMOUNT = new RegExp(
  `(?<=^|\\n|[.!?;,:]\\s|\\b(?:after|amid|despite|by|with|from|of|into|and|follow(?:s|ed|ing)?|spen[dt]|spends|took|takes?|brought|saw|endured|ended|ending|end|needs?|means?|had|has|have)${GAP})(?<unit>${UNITS})(?=${GAP}of${GAP}(?!(?:the|these|those|his|her|its|their|our|age|which)\\b))`,
  'dgi',
);

/** "month-long". */
export const durationAdjective = patternFamily(ADJECTIVE_REASONS, ADJECTIVE, ({ groups }) =>
  durationReading(
    groups['units'] === undefined
      ? durationValue(groups['half'] === undefined ? 1 : 0.5, groups['unit'] ?? '')
      : durationValue('X', groups['units']),
    'duration/adjective',
    0.9,
  ),
);

const vague = ({ groups }: RuleMatch): Reading =>
  durationReading(durationValue('X', groups['unit'] ?? ''), 'duration/vague', 0.5);

/** "recent weeks". */
export const durationRecent = patternFamily(VAGUE_REASONS, RECENT, vague);
const SPAN_OF_YEAR = new RegExp(`\\bthe${GAP}(?:fiscal${GAP})?year(?=${GAP}(?:ended|ending)\\b)`, 'dgi');

/** "the year ended Sept. 30": twelve months that are no year of the calendar. */
export const durationOfYear = patternFamily(YEAR_REASONS, SPAN_OF_YEAR, () =>
  durationReading('P1Y', 'duration/year-ended', 0.7),
);

/** "for decades". */
export const durationBare = patternFamily(VAGUE_REASONS, BARE, vague);
/** "years of drought". */
export const durationAmount = patternFamily(VAGUE_REASONS, AMOUNT, vague);
