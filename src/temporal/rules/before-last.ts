/** Two units away. On 2021-12-21: "the week before last" 2021-W49 · "the year after next" 2023 · "the day before last" 2021-12-19. */
import type { PeriodUnit } from '../../domain/time/period.ts';
import { patternFamily } from '../rule.ts';
import { GAP } from '../values/patterns.ts';
import { readShift, SHIFT_REASONS } from '../values/read-shift.ts';

const PATTERN = new RegExp(
  `\\bthe${GAP}(?<unit>day|week|weekend|month|quarter|year)${GAP}(?:before${GAP}(?<last>last)|after${GAP}next)\\b`,
  'dgi',
);

export const beforeLast = patternFamily(SHIFT_REASONS, PATTERN, ({ groups, start }, context) =>
  readShift(
    (groups['unit'] ?? '').toUpperCase() as PeriodUnit,
    groups['last'] === undefined ? 2 : -2,
    { mentioned: undefined, start },
    context,
  ),
);
