/**
 * Hours and minutes away from the anchor, or from the day named last; the clock time is unknown. On 2021-12-21:
 * "two hours ago" 2021-12-21TXX · "30 hours ago" 2021-12-20TXX · "an hour later" the day named last.
 */
import { dayPeriod, shiftPeriod } from '../../domain/time/period.ts';
import { patternFamily, referenceTo } from '../rule.ts';
import { COUNT, numberOf } from '../values/numbers.ts';
import { GAP } from '../values/patterns.ts';

const REASONS = {
  'clock-shift': 'hours and minutes stay on their day, unless they make whole days',
};
const PATTERN = new RegExp(
  `\\b(?<count>${COUNT})${GAP}(?<unit>hour|minute)s?${GAP}(?<way>ago|earlier|later|from${GAP}now)\\b`,
  'dgi',
);
const PER_DAY: Readonly<Record<string, number>> = { hour: 24, minute: 1440 };

export const clockShift = patternFamily(REASONS, PATTERN, ({ groups }, { anchor, discourse }) => {
  const { count = '', unit = '', way = '' } = groups;
  const back = /^(?:ago|earlier)$/i.test(way);
  const mentioned = /^(?:earlier|later)$/i.test(way) ? discourse.lastNamed('DAY') : undefined;
  const days = Math.floor((numberOf(count) ?? 0) / (PER_DAY[unit.toLowerCase()] ?? 24));
  return {
    kind: 'period',
    period: shiftPeriod(mentioned?.period ?? dayPeriod(anchor), back ? -days : days),
    rule: 'clock-shift',
    direction: back ? 'PAST' : 'FUTURE',
    reference: referenceTo(mentioned),
    confidence: 0.6,
    time: 'TXX',
  };
});
