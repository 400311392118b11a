/** A shift back or ahead without a count. "years ago" PAST_REF · "months later" FUTURE_REF. */
import { GAP } from '../patterns.ts';
import { SHIFT_REASONS, vagueShift } from '../read-shift.ts';
import { patternFamily } from '../rule.ts';

const PATTERN = new RegExp(
  `\\b(?<unit>weeks|months|years|decades|centuries)${GAP}(?<way>ago|earlier|later)\\b(?!${GAP}(?:than|this|that)\\b)`,
  'dgi',
);

export const uncountedShift = patternFamily('uncounted-shift', SHIFT_REASONS, PATTERN, ({ groups }) =>
  vagueShift(groups['way']?.toLowerCase() !== 'later'),
);
