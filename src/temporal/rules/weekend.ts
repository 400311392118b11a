/**
 * "the weekend" after a preposition: the present or last weekend, or the coming one after a cue. On Tuesday 2021-12-21:
 * "over the weekend" 2021-W50-WE · "will meet at the weekend" 2021-W51-WE.
 */
import { weekdayOf } from '../../domain/time/calendar-date.ts';
import { boundsOf, periodOf, shiftPeriod } from '../../domain/time/period.ts';
import { timexValueOf } from '../../domain/time/timex.ts';
import { ANCHOR, patternFamily, type Reading } from '../rule.ts';
import { leansAhead } from '../tense/lean.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'weekend/last-or-coming':
    'it is the present or the last weekend, or the coming one where its clause points ahead',
};

const PATTERN = new RegExp(
  `(?<=\\b(?:at|on|over|during|for|of|through|throughout|across|since|by|until)${GAP})the${GAP}weekend\\b`,
  'dgi',
);
const SATURDAY = 6;

export const weekend = patternFamily(REASONS, PATTERN, (match, context): Reading => {
  const { anchor } = context;
  const thisWeek = periodOf('WEEKEND', anchor);
  const isOn = weekdayOf(anchor) >= SATURDAY;
  const forward = leansAhead(context, match);
  const period = isOn || forward ? thisWeek : shiftPeriod(thisWeek, -1);
  const other = period === thisWeek ? shiftPeriod(thisWeek, isOn ? 1 : -1) : thisWeek;
  return {
    kind: 'period',
    period,
    rule: 'weekend/last-or-coming',
    direction: boundsOf(period).first > anchor ? 'FUTURE' : 'PAST',
    reference: ANCHOR,
    confidence: 0.7,
    alternatives: [
      {
        value: timexValueOf(other),
        because: forward ? 'its clause points ahead' : 'nothing in its clause points ahead',
      },
    ],
  };
});
