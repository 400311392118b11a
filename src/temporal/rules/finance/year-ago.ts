/**
 * "year-ago" and "year-earlier" as adjectives. After the third quarter of 2021: "the year-ago quarter" 2020-Q3 ·
 * "year-earlier" 2020-Q3; elsewhere 2020.
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
