/**
 * A shift from a time that the words name. On 2021-12-21: "three days after 9 November 2021" 2021-11-12 · "two days before
 * Christmas" 2021-12-23 · "a week before 24 February 2022" 2022-W07 · "four months after 1 June 2020" 2020-10 · "the day after
 * Easter 2014" 2014-04-21 · "a week from tomorrow" 2021-12-29. Read again where the clause refutes it: "was held two days
 * before Christmas" 2020-12-23.
 * No shifts: "for three days after 9 November", "lasting 64 days from 21 November".
 */
import { parseCalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import { dayPeriod, isLonger, type Period } from '../../domain/time/period.ts';
import type { Prefix, Reading } from '../rule.ts';
import { stepThatFits } from '../tense/step-that-fits.ts';
import { type LengthOfTime, lengthOf, lengthPattern, NOT_LASTING } from '../values/length-of-time.ts';
import { GAP } from '../values/patterns.ts';
import { readShift, SHIFT_REASONS } from '../values/read-shift.ts';

export const shiftFromDate: Prefix = {
  reasons: SHIFT_REASONS,
  pattern: new RegExp(
    String.raw`${NOT_LASTING}\b${lengthPattern('|the')}${GAP}(?<way>after|before|following|prior${GAP}to|from|on)${GAP}(?:the${GAP})?$`,
    'i',
  ),
  read: (groups, { reading, start, end, prefixStart }, context) => {
    const { way = '' } = groups;
    const length = lengthOf(groups);
    const fromDay = /^(?:from|on)$/i.test(way);
    const isAhead = reading.period.unit === 'DAY' && reading.period.index >= context.anchor;
    if (length === null || (fromDay && !isAhead)) return null;
    if (isLonger(reading.period.unit, length.unit)) return null;
    if (/^on$/i.test(way) && length.unit !== 'WEEK') return null;
    const sign = /^(?:before|prior)/i.test(way) ? -1 : 1;
    const counted: LengthOfTime = fromDay ? { ...length, unit: 'DAY' } : length;
    const shiftFrom = (period: Period): Reading | null => {
      const shifted = readShift(
        counted,
        sign,
        { mentioned: { period, start, end }, start: prefixStart },
        context,
      );
      return shifted?.kind === 'period' ? { ...shifted, direction: reading.direction } : shifted;
    };
    const shifted = shiftFrom(reading.period);
    const other = parseCalendarDate(reading.alternatives?.[0]?.value ?? '');
    if (shifted?.kind !== 'period' || other === undefined) return shifted;
    const isRefuted = stepThatFits(context, { start: prefixStart, end }, shifted.period) !== 0;
    return isRefuted ? shiftFrom(dayPeriod(toDayNumber(other))) : shifted;
  },
};
