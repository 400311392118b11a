/**
 * Weeks, months, years and other units next to the anchor, or next to a period that the text named before. On 2021-12-21:
 * "last week" 2021-W50 · "this month" 2021-12 · "next year" 2022 · "the weekend" 2021-W51-WE · "last summer" 2021-SU.
 * After another period: "the same week", "that year", "the following month", "the previous day".
 * "the past year" and "the last decade" are spans up to the anchor: `rolling-period.ts`.
 */

import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { seasonNumberOf } from '../../domain/time/calendar-names.ts';
import { boundsOf, type Period, type PeriodUnit, periodOf, shiftPeriod } from '../../domain/time/period.ts';
import type { Direction, Reference } from '../../domain/time/resolution.ts';
import { ANCHOR, type Context, patternFamily, type Reading, type RuleMatch, referenceTo } from '../rule.ts';
import { leansAhead } from '../tense/lean.ts';
import { stepThatFits } from '../tense/step-that-fits.ts';
import { GAP, MONTH, SEASON, UNIT } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'relative-period/last': 'it is the period before the anchor’s own',
  'relative-period/next': 'it is the period after the anchor’s own',
  'relative-period/this':
    'it is the period in which the anchor lies; a season or weekend is the one of this year or week, unless its clause rules that out',
  'relative-period/latest':
    'it is the latest one: for quarters the last that is over, otherwise the anchor’s own',
  'relative-period/same': 'it is the period that the text named before',
  'relative-period/next-to-told': 'it lies next to the period that the text named before',
  'relative-period/from-anchor': 'the text has named no such period before, so it is counted from the anchor',
};

const PATTERN = new RegExp(
  String.raw`\b(?<which>(?:the${GAP})?(?:very${GAP})?same|(?:the${GAP})?(?:last|next|past|previous|preceding|coming|following|current|latest|prior|ensuing)|this${GAP}(?:past|coming|same)|this|that)` +
    String.raw`${GAP}(?<fiscal>(?:fiscal|calendar|financial|academic|school)${GAP})?(?<unit>${UNIT}|${SEASON})(?:${GAP}(?<time>morning|afternoon|evening|night))?\b(?!-(?:old|long)|${GAP}of${GAP}${MONTH}\b)`,
  'dgi',
);

const FORWARD = new Set(['next', 'coming', 'this coming']);
const BACKWARD = new Set(['last', 'past', 'this past']);
const FOLLOWING = new Set(['following', 'ensuing']);
const PRECEDING = new Set(['previous', 'preceding', 'prior']);
/** "this summer" and "this weekend" may lie on either side of the anchor. */
const MOVABLE = new Set<PeriodUnit>(['SEASON', 'WEEKEND']);
const SAME = new Set(['same', 'very same', 'that', 'this same']);

const WINTER = 3;

/** "month" → MONTH, "summer" → SEASON. */
const unitOf = (name: string): PeriodUnit =>
  seasonNumberOf(name) !== undefined ? 'SEASON' : (name.toUpperCase() as PeriodUnit);

export const relativePeriod = patternFamily(REASONS, PATTERN, (match, context): Reading | null => {
  if (/^[A-Z]/.test(match.groups['unit'] ?? '') && !isInHeadline(match, context.text)) return null;
  const raw = (match.groups['which'] ?? '').toLowerCase().replace(/\s+/g, ' ');
  const which = raw.replace(/^the /, '');
  const name = (match.groups['unit'] ?? '').toLowerCase();
  const unit = unitOf(name);
  if (name === 'fall' && !/\b(?:this|last|next|the)\b/.test(raw)) return null;
  const placed = place(which, unit, name, context);
  if (placed === null || isAfterUntold(placed, context, match)) return null;
  if (placed.rule !== 'relative-period/this' || context.narrative || !MOVABLE.has(unit))
    return { kind: 'period', ...placed };
  const step = stepThatFits(context, match, placed.period);
  return {
    kind: 'period',
    ...placed,
    period: shiftPeriod(placed.period, unit === 'SEASON' ? step * 4 : step),
  };
});

/** "Profits Fell Last Year, Bank Says": in a headline all longer words have a capital. Elsewhere "The Last Year" is a title. */
function isInHeadline({ start, end, groups }: RuleMatch, text: string): boolean {
  if (!/^(?:Last|This|Next|Past|Coming)$/.test(groups['which'] ?? '')) return false;
  const before = text.slice(Math.max(0, start - HEADLINE), start);
  const after = text.slice(end, end + HEADLINE);
  const line = before.slice(before.lastIndexOf('\n') + 1) + after.slice(0, after.search(/\n|$/));
  return /[A-Z][a-z]+/.test(line) && !/\b[a-z]{4,}/.test(line.replace(FUNCTION_WORDS, ''));
}
const HEADLINE = 120;
const FUNCTION_WORDS = /\b(?:with|from|over|into|after|than|that|amid|upon|until|during|since)\b/g;

/** "They lost the following week": a clause of the past tells of no time after the anchor, and the text names none before. */
const isAfterUntold = ({ rule, direction }: Placed, context: Context, match: RuleMatch): boolean =>
  rule === 'relative-period/from-anchor' && direction === 'FUTURE' && !leansAhead(context, match);

interface Placed {
  readonly period: Period;
  readonly rule: string;
  readonly direction: Direction;
  readonly reference: Reference;
  readonly confidence: number;
}

function place(which: string, unit: PeriodUnit, name: string, context: Context): Placed | null {
  const { anchor, discourse } = context;
  const fromAnchor = (shift: number, rule: string, confidence: number): Placed => ({
    period: unit === 'SEASON' ? seasonFrom(anchor, name, shift) : shiftPeriod(periodOf(unit, anchor), shift),
    rule,
    direction: shift < 0 ? 'PAST' : shift > 0 ? 'FUTURE' : 'PRESENT',
    reference: ANCHOR,
    confidence,
  });
  if (BACKWARD.has(which)) return fromAnchor(-1, 'relative-period/last', 0.95);
  const followsMentioned = which === 'next' && (unit === 'DAY' || context.narrative);
  if (FORWARD.has(which) && !followsMentioned) return fromAnchor(1, 'relative-period/next', 0.95);
  const mentioned = discourse.lastOf(unit);
  if (SAME.has(which) || FOLLOWING.has(which) || PRECEDING.has(which) || followsMentioned) {
    const shift = SAME.has(which) ? 0 : PRECEDING.has(which) ? -1 : 1;
    if (mentioned === undefined)
      return context.narrative || (which === 'that' && unit === 'DAY')
        ? null
        : fromAnchor(shift, 'relative-period/from-anchor', 0.5);
    return {
      period:
        unit === 'SEASON'
          ? seasonFrom(boundsOf(mentioned.period).first, name, shift)
          : shiftPeriod(mentioned.period, shift),
      rule: shift === 0 ? 'relative-period/same' : 'relative-period/next-to-told',
      direction: shift < 0 ? 'PAST' : shift > 0 ? 'FUTURE' : 'PRESENT',
      reference: referenceTo(mentioned),
      confidence: 0.8,
    };
  }
  if (which === 'latest') return fromAnchor(unit === 'QUARTER' ? -1 : 0, 'relative-period/latest', 0.6);
  return fromAnchor(0, 'relative-period/this', 0.95);
}

/**
 * "last summer": the latest summer before the present season; "this summer": the summer of the anchor's year, but
 * the winter that the anchor lies in; "next summer": the
 * first summer after the present season.
 */
function seasonFrom(day: number, name: string, shift: number): Period {
  const number = seasonNumberOf(name) ?? 0;
  const now = periodOf('SEASON', day);
  const thisYear = { unit: 'SEASON', index: Math.floor(now.index / 4) * 4 + number } as const;
  if (shift === 0 && number !== WINTER)
    return { unit: 'SEASON', index: yearMonthDayOf(day).year * 4 + number };
  if (shift < 0) return thisYear.index < now.index ? thisYear : shiftPeriod(thisYear, -4);
  if (shift > 0) return thisYear.index > now.index ? thisYear : shiftPeriod(thisYear, 4);
  return thisYear;
}
