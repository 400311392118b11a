/**
 * A count of units away from now or from what was said before. On 2021-12-21:
 * "two weeks ago" 2021-W49 · "three days ago" 2021-12-18 · "a year ago" 2020 (2020-Q3 after a third quarter) ·
 * "two days later" after "December 10": 2021-12-12 · "a week earlier" · "the year before" · "a year from now" 2022.
 */
import { type PeriodUnit, periodOf, shiftPeriod, widen } from '../../domain/period.ts';
import type { Mentioned } from '../discourse.ts';
import { COUNT, numberOf } from '../numbers.ts';
import { GAP } from '../patterns.ts';
import { ANCHOR, type Context, patternFamily, type Reading } from '../rule.ts';
import { yearBefore } from '../year-before.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'shift/from-anchor': 'it is counted from the anchor',
  'shift/from-told': 'it is counted from what the text named before',
  'shift/year-from-told-part': 'it is the same part of the year before as the one that the text speaks of',
  'shift/vague': 'the count is not given, so only the direction is known',
};

const NAMES = 'day|fortnight|week|weekend|month|quarter|year|decade|century|centurie';
/** "two days after" stands alone only at the end of its phrase; before a noun it is a preposition with a duration. */
const ENDS = String.raw`\s*(?:[.,;:)”"’]|$|(?:and|but|when|as|in|at|on|with|by)\b)`;

const PATTERN = new RegExp(
  String.raw`\b(?:(?:in|within)${GAP}(?:the${GAP}(?:next|coming)${GAP})?)?(?<count>${COUNT}|the|that|several|a${GAP}few|some|many)[\s-]+(?<unit>${NAMES})s?(?:${GAP}or${GAP}(?:so|two))?[\s-]+(?<way>ago|earlier|previously|later|afterwards?|hence|from${GAP}(?:now|today)|(?:before|after|prior)(?=${ENDS}))\b(?!${GAP}(?:than|this|that|of)\b)`,
  'dgi',
);
const COMPOUND = new RegExp(
  String.raw`\b(?:the${GAP})?(?<count>year)-(?<way>ago|earlier)(?:${GAP}(?<unit>quarter|period|month|week|level|figure))?\b`,
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
  'shift',
  REASONS,
  PATTERN,
  ({ groups, text: whole, start }, context): Reading | null => {
    const [unit, factor] = countedIn(groups['unit'] ?? '');
    const way = (groups['way'] ?? '').toLowerCase();
    const count = /^(?:the|that)$/i.test(groups['count'] ?? '') ? 1 : numberOf(groups['count'] ?? '');
    if (/^the$/i.test(groups['count'] ?? '') && !/^(?:before|after|earlier|previously|prior)$/.test(way))
      return null;
    const back = BACK.test(way);
    if (count === undefined) return vague(back);
    const told = /^(?:ago|from|hence)/.test(way) ? undefined : context.discourse.last();
    if (/^(?:after|before)$/.test(way) && told === undefined && !/^the day before$/i.test(whole)) return null;
    const reading = readShift(unit, back ? -count * factor : count * factor, told, start, context);
    return reading?.kind === 'period' && unit === 'YEAR' && factor > 1
      ? { ...reading, mod: 'APPROX' }
      : reading;
  },
);

const UNCOUNTED = new RegExp(
  `\\b(?<unit>weeks|months|years|decades|centuries)${GAP}(?<way>ago|earlier|later)\\b(?!${GAP}(?:than|this|that)\\b)`,
  'dgi',
);

/** "years ago", "months later" without a count. */
export const uncountedShift = patternFamily('uncounted-shift', REASONS, UNCOUNTED, ({ groups }) =>
  vague(BACK.test(groups['way'] ?? '')),
);

const BEFORE_LAST = new RegExp(
  `\\bthe${GAP}(?<unit>day|week|weekend|month|quarter|year)${GAP}(?:before${GAP}(?<last>last)|after${GAP}next)\\b`,
  'dgi',
);

/** "the week before last" is two weeks back, "the year after next" two years ahead. */
export const beforeLast = patternFamily('before-last', REASONS, BEFORE_LAST, ({ groups, start }, context) =>
  readShift(
    countedIn(groups['unit'] ?? '')[0],
    groups['last'] === undefined ? 2 : -2,
    undefined,
    start,
    context,
  ),
);

export const yearAgo = patternFamily(
  'year-ago',
  REASONS,
  COMPOUND,
  ({ groups, start }, context): Reading | null => {
    const told = /^(?:quarter|period)$/i.test(groups['unit'] ?? '')
      ? context.discourse.lastNamed('QUARTER')
      : undefined;
    return yearBefore(told, start, context) ?? readShift('YEAR', -1, undefined, start, context);
  },
);

const vague = (back: boolean): Reading => ({
  kind: 'value',
  type: 'DATE',
  value: back ? 'PAST_REF' : 'FUTURE_REF',
  rule: 'shift/vague',
  direction: back ? 'PAST' : 'FUTURE',
  reference: ANCHOR,
  confidence: 0.5,
});

function readShift(
  unit: PeriodUnit,
  count: number,
  told: Mentioned | undefined,
  start: number,
  context: Context,
): Reading | null {
  if (!Number.isInteger(count) || Math.abs(count) > 100_000) return null;
  const { anchor, discourse } = context;
  const direction = count < 0 ? 'PAST' : 'FUTURE';
  const before = unit === 'YEAR' && count === -1 ? yearBefore(discourse.last(), start, context) : null;
  if (before !== null) return before;
  const base = told === undefined ? periodOf(unit, anchor) : widen(told.period, unit);
  return {
    kind: 'period',
    period: shiftPeriod(base, count),
    rule: told === undefined ? 'shift/from-anchor' : 'shift/from-told',
    direction,
    reference: told === undefined ? ANCHOR : { kind: 'EXPRESSION', start: told.start, end: told.end },
    confidence: told === undefined ? 0.85 : 0.7,
    ...((unit === 'YEAR' && count === -1) || (context.narrative && (told === undefined || count < 0))
      ? { aside: true }
      : {}),
  };
}
