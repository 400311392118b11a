/** A part of a day that was told before. After "December 9": "that night" 2021-12-09TNI · "the same evening" 2021-12-09TEV · "the next morning" 2021-12-10TMO · "the previous afternoon" 2021-12-08TAF. */
import { dayPeriod, shiftPeriod } from '../../domain/time/period.ts';
import { patternFamily, referenceTo } from '../rule.ts';
import { TIME_OF_DAY, timeOfDayCode } from '../values/clock-reading.ts';
import { GAP } from '../values/patterns.ts';

const REASONS = {
  'told-part-of-day': 'it is a part of the day that the text named before, or of one next to it',
};
const PATTERN = new RegExp(
  `\\b(?<which>that(?:${GAP}same)?|the${GAP}(?:same|next|following|previous))${GAP}(?<part>${TIME_OF_DAY})\\b`,
  'dgi',
);

const stepOf = (which: string): number =>
  /previous/i.test(which) ? -1 : /next|following/i.test(which) ? 1 : 0;

export const samePartOfDay = patternFamily(REASONS, PATTERN, ({ groups }, context) => {
  const mentioned = context.discourse.lastNamed('DAY');
  if (mentioned === undefined && context.narrative) return null;
  const step = stepOf(groups['which'] ?? '');
  return {
    kind: 'period',
    period: shiftPeriod(mentioned?.period ?? dayPeriod(context.anchor), step),
    rule: 'told-part-of-day',
    direction: step < 0 ? 'PAST' : step > 0 ? 'FUTURE' : 'PRESENT',
    reference: referenceTo(mentioned),
    confidence: mentioned === undefined ? 0.5 : 0.75,
    time: timeOfDayCode(groups['part'] ?? ''),
  };
});
