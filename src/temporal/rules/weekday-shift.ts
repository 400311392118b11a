/**
 * A weekday some weeks away. On Tuesday 2021-12-21: "a week ago Monday" and "Monday a week ago" 2021-12-13 · "two Sundays ago"
 * 2021-12-12 · "Friday last week" 2021-12-17 · "the Friday before last" 2021-12-10 · "a week from Monday", "a week on
 * Monday" and "Monday week" 2022-01-03 · "the Friday after next" 2021-12-31.
 */
import { weekdayOf } from '../../domain/time/calendar-date.ts';
import { weekdayNumberOf } from '../../domain/time/calendar-names.ts';
import { boundsOf, dayPeriod, periodOf } from '../../domain/time/period.ts';
import { ANCHOR, type Family, patternFamily } from '../rule.ts';
import { NOT_LASTING } from '../values/length-of-time.ts';
import { COUNT, numberOf } from '../values/numbers.ts';
import { GAP, WEEKDAY } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'weekday-shift/back': 'it is counted in weeks back from the latest such weekday before the anchor',
  'weekday-shift/ahead': 'it is counted in weeks ahead from the next such weekday after the anchor',
  'weekday-shift/in-parts': 'a weekday lies whole weeks away',
};

const OF_WEEK_REASONS = { 'weekday-of-week': 'it is the weekday of the week that is named beside it' };

const DAY = `(?<day>${WEEKDAY})`;
const WEEKS = `(?<count>${COUNT})${GAP}weeks?`;

/** A family for one wording. In "two Sundays ago" the latest Sunday counts as the first: there `extra` is -1. */
const weekdayFamily = (way: 'back' | 'ahead', pattern: string, extra = 0): Family =>
  patternFamily(REASONS, new RegExp(pattern, 'dgi'), ({ groups, text }, { anchor }) => {
    const { day = '', count = 'one' } = groups;
    if (!/^[A-Z]/.test(day)) return null;
    const weeks = (numberOf(count) ?? 1) + extra;
    if (!Number.isInteger(weeks))
      return {
        kind: 'unresolved',
        rule: 'weekday-shift/in-parts',
        reason: `"${text}" counts parts of a week, but a weekday lies whole weeks away`,
      };
    const sinceLatest = ((weekdayOf(anchor) - weekdayNumberOf(day) + 6) % 7) + 1;
    const latest = anchor - sinceLatest;
    const coming = sinceLatest === 7 ? anchor + 7 : latest + 7;
    return {
      kind: 'period',
      period: dayPeriod(way === 'back' ? latest - 7 * weeks : coming + 7 * weeks),
      rule: `weekday-shift/${way}`,
      direction: way === 'back' ? 'PAST' : 'FUTURE',
      reference: ANCHOR,
      confidence: 0.8,
    };
  });

/** "two Sundays ago", "a week from Monday". */
export const weekdayShifts: readonly Family[] = [
  weekdayFamily('back', `\\b${WEEKS}${GAP}ago(?:${GAP}on|,)?${GAP}${DAY}\\b`),
  weekdayFamily('back', `\\b${DAY}${GAP}${WEEKS}${GAP}ago\\b`),
  weekdayFamily('back', `\\b(?<count>${COUNT})${GAP}${DAY}s${GAP}ago\\b`, -1),
  weekdayFamily('back', `\\bthe${GAP}${DAY}${GAP}before${GAP}last\\b`),
  weekdayFamily('ahead', `\\b${WEEKS}${GAP}from${GAP}${DAY}\\b`),
  weekdayFamily('ahead', `${NOT_LASTING}\\b(?<count>an?)${GAP}week${GAP}on${GAP}${DAY}\\b`),
  weekdayFamily('ahead', `\\b${DAY}${GAP}week\\b(?!-|${GAP}(?:ago|of)\\b)`),
  weekdayFamily('ahead', `\\bthe${GAP}${DAY}${GAP}after${GAP}next\\b`),
];

const WEEK_STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** A weekday with its week: "Friday last week", "Monday of next week". */
export const weekdayOfWeek = patternFamily(
  OF_WEEK_REASONS,
  new RegExp(
    `\\b(?:${DAY}(?:${GAP}of)?,?${GAP}(?<which>last|this|next)${GAP}week|(?<lead>last|this|next)${GAP}week,?${GAP}on${GAP}(?<after>${WEEKDAY}))\\b`,
    'dgi',
  ),
  ({ groups }, { anchor }) => {
    const { day = groups['after'] ?? '', which = groups['lead'] ?? '' } = groups;
    if (!/^[A-Z]/.test(day)) return null;
    const step = WEEK_STEPS[which.toLowerCase()] ?? 0;
    const monday = boundsOf(periodOf('WEEK', anchor)).first + 7 * step;
    return {
      kind: 'period',
      period: dayPeriod(monday + weekdayNumberOf(day) - 1),
      rule: 'weekday-of-week',
      direction: step < 0 ? 'PAST' : step > 0 ? 'FUTURE' : 'PRESENT',
      reference: ANCHOR,
      confidence: 0.9,
    };
  },
);
