/** The year before, as an adjective. After the third quarter of 2021: "the year-ago quarter" 2020-Q3 · "year-earlier" 2020-Q3; elsewhere 2020. */
import { GAP } from '../patterns.ts';
import { readShift, SHIFT_REASONS } from '../read-shift.ts';
import { patternFamily, type Reading } from '../rule.ts';
import { yearBefore } from '../year-before.ts';

const PATTERN = new RegExp(
  String.raw`\b(?:the${GAP})?year-(?:ago|earlier)(?:${GAP}(?<unit>quarter|period|month|week|level|figure))?\b`,
  'dgi',
);

export const yearAgo = patternFamily(
  'year-ago',
  SHIFT_REASONS,
  PATTERN,
  ({ groups, start }, context): Reading | null => {
    const told = /^(?:quarter|period)$/i.test(groups['unit'] ?? '')
      ? context.discourse.lastNamed('QUARTER')
      : undefined;
    return yearBefore(told, start, context) ?? readShift('YEAR', -1, { told: undefined, start }, context);
  },
);
