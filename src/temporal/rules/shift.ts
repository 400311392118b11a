/**
 * Some units away from the anchor, or from a time that the text named before. On 2021-12-21: "two weeks ago" 2021-W49 ·
 * "three days ago" 2021-12-18 · "a year ago" 2020 (2020-Q3 after a third quarter) · "a year from now" 2022.
 * After "December 10": "two days later" 2021-12-12 · "a week earlier" · "the year before".
 * Of two units, or with a half: "three weeks and two days ago" 2021-11-28 · "two and a half years ago" 2019-06 (APPROX).
 * With a limit: "more than two weeks ago" 2021-W49 (BEFORE), until 2021-12-07.
 * Two units away: "the week before last" 2021-W49 · "the year after next" 2023.
 * No day before it: "was arrested two days later" is unresolved.
 * Without a count: "years ago" PAST_REF · "months later" FUTURE_REF.
 */
import type { PeriodUnit } from '../../domain/time/period.ts';
import { patternFamily, type Reading } from '../rule.ts';
import { leanOf } from '../tense/lean.ts';
import { lengthOf, lengthPattern } from '../values/length-of-time.ts';
import { GAP } from '../values/patterns.ts';
import { readShift, SHIFT_REASONS, simpleLength, vagueShift } from '../values/read-shift.ts';

/** "two days after" stands alone only at the end of its phrase; before a noun it is a preposition with a duration. */
const ENDS = String.raw`\s*(?:[.,;:)”"’]|$|(?:and|but|when|as|in|at|on|with|by)\b)`;

const COUNTED = new RegExp(
  String.raw`\b(?:(?:in|within)${GAP}(?:the${GAP}(?:next|coming)${GAP})?)?${lengthPattern(`|the|that|several|a${GAP}few|some|many`)}(?:${GAP}or${GAP}(?:so|two))?[\s-]+(?<way>ago|earlier|previously|later|afterwards?|hence|from${GAP}(?:now|today)|(?:before|after|prior)(?=${ENDS}))\b(?!${GAP}(?:than|this|that|of)\b)`,
  'dgi',
);
const VAGUE = /^(?:several|a\s+few|some|many)$/i;
const BACK = /^(?:ago|earlier|before|previously|prior)$/i;

export const shift = patternFamily(SHIFT_REASONS, COUNTED, (match, context): Reading | null => {
  const { groups, text: whole, start } = match;
  const { count = '' } = groups;
  const way = (groups['way'] ?? '').toLowerCase();
  if (/^the$/i.test(count) && !/^(?:before|after|earlier|previously|prior)$/.test(way)) return null;
  const sign = BACK.test(way) ? -1 : 1;
  if (VAGUE.test(count)) return vagueShift(sign < 0);
  const length = lengthOf(groups);
  const mentioned = /^(?:ago|from|hence)/.test(way) ? undefined : context.discourse.last();
  if (/^(?:after|before)$/.test(way) && mentioned === undefined && !/^the day before$/i.test(whole))
    return null;
  if (/^(?:later|after)/.test(way) && mentioned === undefined && leanOf(context, match) === 'PAST')
    return {
      kind: 'unresolved',
      rule: 'shift/from-untold',
      reason: 'the text names no day that it is counted from',
    };
  return length === null ? null : readShift(length, sign, { mentioned, start }, context);
});

const TWO_AWAY = new RegExp(
  `\\bthe${GAP}(?<unit>day|week|weekend|month|quarter|year)${GAP}(?:before${GAP}(?<last>last)|after${GAP}next)\\b`,
  'dgi',
);

/** "the week before last", "the year after next". */
export const beforeLast = patternFamily(SHIFT_REASONS, TWO_AWAY, ({ groups, start }, context) =>
  readShift(
    simpleLength(2, (groups['unit'] ?? '').toUpperCase() as PeriodUnit),
    groups['last'] === undefined ? 1 : -1,
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
