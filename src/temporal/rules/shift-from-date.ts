/**
 * A shift from a time that the words name. On 2021-12-21: "three days after 9 November 2021" 2021-11-12 · "two days before
 * Christmas" 2021-12-23 · "a week before 24 February 2022" 2022-W07 · "four months after 1 June 2020" 2020-10 · "the day after
 * Easter 2014" 2014-04-21 · "a week from tomorrow" 2021-W52.
 * No shifts: "for three days after 9 November", "lasting 64 days from 21 November".
 */
import { isLonger } from '../../domain/time/period.ts';
import type { Prefix } from '../rule.ts';
import { lengthOf, lengthPattern } from '../values/length-of-time.ts';
import { GAP } from '../values/patterns.ts';
import { readShift, SHIFT_REASONS } from '../values/read-shift.ts';

/** After these words the length says how long something went on. */
const LASTING = String.raw`(?<!\b(?:for|within|in|over|during|first|last|next|past|only|lasts?|lasted|lasting|took|takes?|spent|spend)${GAP}(?:the${GAP})?)`;

export const shiftFromDate: Prefix = {
  reasons: SHIFT_REASONS,
  pattern: new RegExp(
    String.raw`${LASTING}\b${lengthPattern('|the')}${GAP}(?<way>after|before|following|prior${GAP}to|from|on)${GAP}(?:the${GAP})?$`,
    'i',
  ),
  read: (groups, { reading, start, end, prefixStart }, context) => {
    const { way = '' } = groups;
    const length = lengthOf(groups);
    const back = /^(?:before|prior)/i.test(way);
    const isAhead = reading.period.unit === 'DAY' && reading.period.index >= context.anchor;
    if (length === null || (/^(?:from|on)$/i.test(way) && !isAhead)) return null;
    if (isLonger(reading.period.unit, length.unit)) return null;
    if (/^on$/i.test(way) && length.unit !== 'WEEK') return null;
    const mentioned = { period: reading.period, start, end };
    const shifted = readShift(length, back ? -1 : 1, { mentioned, start: prefixStart }, context);
    return shifted?.kind === 'period' ? { ...shifted, direction: reading.direction } : shifted;
  },
};
