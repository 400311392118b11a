/** A shift back or ahead without a count. "years ago" PAST_REF · "months later" FUTURE_REF. */

import { patternFamily } from '../rule.ts';
import { GAP } from '../values/patterns.ts';
import { SHIFT_REASONS, vagueShift } from '../values/read-shift.ts';

const PATTERN = new RegExp(
  `\\b(?<unit>weeks|months|years|decades|centuries)${GAP}(?<way>ago|earlier|later)\\b(?!${GAP}(?:than|this|that)\\b)`,
  'dgi',
);

export const uncountedShift = patternFamily(SHIFT_REASONS, PATTERN, ({ groups }) =>
  vagueShift(groups['way']?.toLowerCase() !== 'later'),
);
