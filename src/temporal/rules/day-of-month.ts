/**
 * A day of a month that the words do not name. On 2021-12-21: "left on the 15th" 2021-12-15 · "will leave on the 28th"
 * 2021-12-28 · "on the 30th" 2021-11-30. In history writing it lies in the month named last.
 */
import { dayNumberOf, isRealDay, yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { boundsOf, dayPeriod, periodOf, shiftPeriod } from '../../domain/time/period.ts';
import { patternFamily, type Reading, referenceTo } from '../rule.ts';
import { pointsAhead } from '../tense/lean.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'day-of-month':
    'the words name a day of the month that the text speaks of, the latest one unless they point ahead',
};

const PATTERN = new RegExp(
  `(?<=\\b(?:on|until|till|by|since|before|after)${GAP})the${GAP}(?<day>\\d{1,2})(?:st|nd|rd|th)(?=[.;!?)]|,(?!${GAP}\\d)|${GAP}(?:and|but|to|with|when|after|before|as|because|for|at|by)\\b|\\s*$)`,
  'dg',
);
/** "a birdie on the 18th" is a hole, "a shop on the 5th" a floor. */
const OTHER_ORDINAL =
  /\b(?:birdie|bogey|eagle|par|putt|holes?|tee|green|fairway|golf|floor|stor(?:e?y|ies)|lap|inning|mile|rank\w*|anniversary)\b/i;
const REACH = 90;

export const dayOfMonth = patternFamily(
  REASONS,
  PATTERN,
  ({ start, end, groups }, context): Reading | null => {
    const { text, anchor, discourse, narrative } = context;
    if (OTHER_ORDINAL.test(text.slice(Math.max(0, start - REACH), end + REACH))) return null;
    const day = Number(groups['day']);
    const mentioned = narrative ? discourse.lastOf('MONTH') : undefined;
    const forward = pointsAhead(context, { start, end });
    const first = mentioned?.period ?? periodOf('MONTH', anchor);
    const step = mentioned !== undefined ? 0 : forward ? 1 : -1;
    for (let month = first, tries = 0; tries < 3; month = shiftPeriod(month, step || 1), tries += 1) {
      const parts = { ...yearMonthDayOf(boundsOf(month).first), day };
      if (!isRealDay(parts)) continue;
      const number = dayNumberOf(parts);
      if (step !== 0 && (number - anchor) * step < 0) continue;
      return {
        kind: 'period',
        period: dayPeriod(number),
        rule: 'day-of-month',
        direction: forward ? 'FUTURE' : 'PAST',
        reference: referenceTo(mentioned),
        confidence: 0.7,
      };
    }
    return null;
  },
);
