/**
 * The end of a range, or of a pair of days, that has no month of its own. In "Dec. 20–26" and "Dec. 20 and 26": "26" 2021-12-26 ·
 * in "20–26 December" and "between 20 and 26 December": "20" 2021-12-20.
 */
import { dayNumberOf, isRealDay } from '../../domain/time/calendar-date.ts';
import { monthNumberOf } from '../../domain/time/calendar-names.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import { type Context, patternFamily, type Reading, type RuleMatch } from '../rule.ts';
import { chooseYear, otherYear } from '../tense/choose-year.ts';
import { GAP, MONTH } from '../values/patterns.ts';

const REASONS = { 'day-range/month-of-the-other-end': 'the other end of the range names its month' };

const DASH = String.raw`\s?[-–—]\s?`;
const YEAR = String.raw`(?:,?${GAP}(?<year>(?:1[5-9]|20)\d\d)\b)?`;
const LAST = new RegExp(
  String.raw`(?<=\b(?<month>${MONTH})${GAP}\d{1,2}(?:st|nd|rd|th)?(?:${DASH}|${GAP}(?:and|to|through|until|or)${GAP}))(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d|[:.,]\d|%|-|${GAP}(?!(?:in|at|on|for|with|by|to|as|when|after|and|but|before|from|the)\b)[a-z])(?=${YEAR})`,
  'dgi',
);
const FIRST = new RegExp(
  String.raw`(?<![\d$£€.,:])\b(?<day>\d{1,2})(?=(?:${DASH}|${GAP}(?:and|to)${GAP})\d{1,2}${GAP}(?<month>${MONTH})\b${YEAR})`,
  'dgi',
);

function read(match: RuleMatch, context: Context): Reading | null {
  const { month: name = '', day, year } = match.groups;
  if (!/^[A-Z]/.test(name)) return null;
  const month = monthNumberOf(name);
  const written = year === undefined ? undefined : Number(year);
  const chosen = chooseYear(context, match, { written, month, day: Number(day) });
  const parts = { month, day: Number(day), year: chosen.year };
  if (!isRealDay(parts)) return null;
  return {
    kind: 'period',
    period: dayPeriod(dayNumberOf(parts)),
    rule: 'day-range/month-of-the-other-end',
    direction: null,
    reference: chosen.reference,
    confidence: 0.85,
    alternatives: otherYear(chosen, (other) => dayPeriod(dayNumberOf({ ...parts, year: other }))),
  };
}

/** "26" in "Dec. 20–26". */
export const dayRangeLast = patternFamily(REASONS, LAST, read);
/** "20" in "20–26 December". */
export const dayRangeFirst = patternFamily(REASONS, FIRST, read);
