/**
 * "year-ago" and "year-earlier" as adjectives. After the third quarter of 2021: "the year-ago quarter" 2020-Q3 ·
 * "year-earlier" 2020-Q3; elsewhere 2020. "a gain of €7, from €5 last year" 2020-Q3.
 */

import { patternFamily, type Reading } from '../../rule.ts';
import { yearBefore } from '../../tense/year-before.ts';
import { GAP } from '../../values/patterns.ts';
import { readShift, SHIFT_REASONS, simpleLength } from '../../values/read-shift.ts';

const PATTERN = new RegExp(
  String.raw`\b(?:the${GAP})?year-(?:ago|earlier)(?:${GAP}(?<unit>quarter|period|month|week|level|figure))?\b`,
  'dgi',
);

export const yearAgo = patternFamily(SHIFT_REASONS, PATTERN, ({ groups, start }, context): Reading | null => {
  const mentioned = /^(?:quarter|period)$/i.test(groups['unit'] ?? '')
    ? context.discourse.lastNamed('QUARTER')
    : undefined;
  return (
    yearBefore(mentioned, start, context) ??
    readShift(simpleLength(1, 'YEAR'), -1, { mentioned: undefined, start }, context)
  );
});

const LAST_YEAR = new RegExp(`\\blast${GAP}year\\b`, 'dgi');
const SUM = String.raw`[$£€#\d]`;
const SUM_BEFORE = new RegExp(
  String.raw`\b(?:compared\s+(?:with|to)|versus|against|from)\s(?:[^.;]|\.\d)*${SUM}(?:[^.;]|\.\d)*$`,
  'i',
);
const SUM_AFTER = new RegExp(String.raw`^['’]s\s+${SUM}`);
const REACH = 90;

/** "last year" beside a sum that is compared with the sum of the quarter. */
export const lastYearCompared = patternFamily(SHIFT_REASONS, LAST_YEAR, ({ start, end }, context) => {
  const { text, discourse } = context;
  const isCompared =
    SUM_BEFORE.test(text.slice(Math.max(0, start - REACH), start)) ||
    SUM_AFTER.test(text.slice(end, end + REACH));
  return isCompared ? yearBefore(discourse.last(), start, context) : null;
});
