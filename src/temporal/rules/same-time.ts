/**
 * A time that the text named before, or the one next to it. After "December 9": "that night" 2021-12-09TNI ·
 * "the same evening" 2021-12-09TEV · "the next morning" 2021-12-10TMO · "the previous afternoon" 2021-12-08TAF.
 * After "in May": "that night" 2021-05.
 * In history writing, after "in 1956": "at the same time", "in this period" 1956. In news these two date nothing.
 */
import { boundsOf, dayPeriod, type PeriodUnit, shiftPeriod } from '../../domain/time/period.ts';
import { patternFamily, type Reading, referenceTo } from '../rule.ts';
import { TIME_OF_DAY, timeOfDayCode } from '../values/clock-reading.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const DAY_REASONS = {
  'told-part-of-day': 'the words name a part of the day that the text named before, or of the day next to it',
};
const TIME_REASONS = {
  'told-time': 'in history writing, the words mean the time that the text named last',
};

const PART_OF_DAY = new RegExp(
  `\\b(?<which>that(?:${GAP}same)?|the${GAP}(?:same|next|following|previous))${GAP}(?<part>${TIME_OF_DAY})\\b`,
  'dgi',
);

const stepOf = (which: string): number =>
  /previous/i.test(which) ? -1 : /next|following/i.test(which) ? 1 : 0;

/** After "in May", "that night" is a night of May. */
const SOME_DAY = new Set<PeriodUnit>(['WEEK', 'WEEKEND', 'MONTH']);

/** "that night", "the next morning". */
export const samePartOfDay = patternFamily(DAY_REASONS, PART_OF_DAY, ({ groups }, context) => {
  const mentioned = context.discourse.lastNamed('DAY');
  if (mentioned === undefined && context.narrative) return null;
  const last = context.discourse.last();
  if (mentioned === undefined && last !== undefined && SOME_DAY.has(last.period.unit))
    return {
      kind: 'period',
      period: last.period,
      part: boundsOf(last.period),
      rule: 'told-part-of-day',
      direction: null,
      reference: referenceTo(last),
      confidence: 0.5,
    };
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

const TIME = new RegExp(
  `(?<=\\b(?:at|by|during|in|of|from|over|around|for|throughout)${GAP})(?:this|that|the${GAP}same)${GAP}(?:period|time)\\b`,
  'dgi',
);

/** "at the same time", "in this period". */
export const sameTime = patternFamily(TIME_REASONS, TIME, (_match, context): Reading | null => {
  const mentioned = context.narrative ? context.discourse.last() : undefined;
  if (mentioned === undefined) return null;
  return {
    kind: 'period',
    period: mentioned.period,
    rule: 'told-time',
    direction: null,
    reference: referenceTo(mentioned),
    confidence: 0.5,
    aside: true,
  };
});
