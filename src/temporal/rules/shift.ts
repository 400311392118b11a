/**
 * Some units away from the anchor, or from a time that the text named before. On 2021-12-21:
 * "two weeks ago" 2021-W49 · "three days ago" 2021-12-18 · "a year ago" 2020 (2020-Q3 after a third quarter) ·
 * "two days later" after "December 10": 2021-12-12 · "a week earlier" · "the year before" · "a year from now" 2022.
 * Two units away: "the week before last" 2021-W49 · "the year after next" 2023.
 * Without a count: "years ago" PAST_REF · "months later" FUTURE_REF.
 */
import type { PeriodUnit } from '../../domain/time/period.ts';
import { patternFamily, type Reading } from '../rule.ts';
import { COUNT, numberOf } from '../values/numbers.ts';
import { GAP } from '../values/patterns.ts';
import { readShift, SHIFT_REASONS, vagueShift } from '../values/read-shift.ts';

const NAMES = 'day|fortnight|week|weekend|month|quarter|year|decade|century|centurie';
/** "two days after" stands alone only at the end of its phrase; before a noun it is a preposition with a duration. */
const ENDS = String.raw`\s*(?:[.,;:)”"’]|$|(?:and|but|when|as|in|at|on|with|by)\b)`;

const COUNTED = new RegExp(
  String.raw`\b(?:(?:in|within)${GAP}(?:the${GAP}(?:next|coming)${GAP})?)?(?<count>${COUNT}|the|that|several|a${GAP}few|some|many)[\s-]+(?<unit>${NAMES})s?(?:${GAP}or${GAP}(?:so|two))?[\s-]+(?<way>ago|earlier|previously|later|afterwards?|hence|from${GAP}(?:now|today)|(?:before|after|prior)(?=${ENDS}))\b(?!${GAP}(?:than|this|that|of)\b)`,
  'dgi',
);
const BACK = /^(?:ago|earlier|before|previously|prior)$/i;

/** In which unit a shift is counted: a decade ago is about ten years ago, not in the decade before this one. */
function countedIn(name: string): readonly [unit: PeriodUnit, factor: number] {
  if (/^fort/i.test(name)) return ['WEEK', 2];
  if (/^decade/i.test(name)) return ['YEAR', 10];
  if (/^centur/i.test(name)) return ['YEAR', 100];
  return [name.toUpperCase() as PeriodUnit, 1];
}

export const shift = patternFamily(
  SHIFT_REASONS,
  COUNTED,
  ({ groups, text: whole, start }, context): Reading | null => {
    const [unit, factor] = countedIn(groups['unit'] ?? '');
    const way = (groups['way'] ?? '').toLowerCase();
    const count = /^(?:the|that)$/i.test(groups['count'] ?? '') ? 1 : numberOf(groups['count'] ?? '');
    if (/^the$/i.test(groups['count'] ?? '') && !/^(?:before|after|earlier|previously|prior)$/.test(way))
      return null;
    const back = BACK.test(way);
    if (count === undefined) return vagueShift(back);
    const mentioned = /^(?:ago|from|hence)/.test(way) ? undefined : context.discourse.last();
    if (/^(?:after|before)$/.test(way) && mentioned === undefined && !/^the day before$/i.test(whole))
      return null;
    const reading = readShift(unit, back ? -count * factor : count * factor, { mentioned, start }, context);
    return reading?.kind === 'period' && unit === 'YEAR' && factor > 1
      ? { ...reading, mod: 'APPROX' }
      : reading;
  },
);

const TWO_AWAY = new RegExp(
  `\\bthe${GAP}(?<unit>day|week|weekend|month|quarter|year)${GAP}(?:before${GAP}(?<last>last)|after${GAP}next)\\b`,
  'dgi',
);

/** "the week before last", "the year after next". */
export const beforeLast = patternFamily(SHIFT_REASONS, TWO_AWAY, ({ groups, start }, context) =>
  readShift(
    (groups['unit'] ?? '').toUpperCase() as PeriodUnit,
    groups['last'] === undefined ? 2 : -2,
    { mentioned: undefined, start },
    context,
  ),
);

const UNCOUNTED = new RegExp(
  `\\b(?<unit>weeks|months|years|decades|centuries)${GAP}(?<way>ago|earlier|later)\\b(?!${GAP}(?:than|this|that)\\b)`,
  'dgi',
);

/** "years ago", "months later". */
export const uncountedShift = patternFamily(SHIFT_REASONS, UNCOUNTED, ({ groups }) =>
  vagueShift(groups['way']?.toLowerCase() !== 'later'),
);
