/**
 * A weekday next to a day that the words name. On 2022-11-01: "the first Tuesday after the first Monday in November"
 * 2022-11-08 · "the Monday after Christmas" 2022-12-26 · "the Friday before 24 February 2022" 2022-02-18.
 */
import { weekdayOf } from '../../domain/time/calendar-date.ts';
import { weekdayNumberOf } from '../../domain/time/calendar-names.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import type { Prefix } from '../rule.ts';
import { ORDINAL, ordinalOf } from '../values/ordinals.ts';
import { GAP, WEEKDAY } from '../values/patterns.ts';

export const weekdayBesideDay: Prefix = {
  reasons: { 'weekday-beside-day': 'it is counted from the day that the words name' },
  pattern: new RegExp(
    String.raw`\b(?:the${GAP}(?:(?<ordinal>${ORDINAL})${GAP})?|(?<=on${GAP}))(?<day>${WEEKDAY})${GAP}(?<way>after|before|following)${GAP}(?:the${GAP})?$`,
    'i',
  ),
  read: ({ ordinal = 'first', day = '', way = '' }, { reading }) => {
    const count = ordinalOf(ordinal);
    if (reading.period.unit !== 'DAY' || count < 1) return null;
    const weekday = weekdayNumberOf(day);
    const here = weekdayOf(reading.period.index);
    const days = /^b/i.test(way)
      ? -(((here - weekday + 6) % 7) + 1 + 7 * (count - 1))
      : ((weekday - here + 6) % 7) + 1 + 7 * (count - 1);
    return {
      kind: 'period',
      period: dayPeriod(reading.period.index + days),
      rule: 'weekday-beside-day',
      direction: reading.direction,
      reference: reading.reference,
      confidence: reading.confidence * 0.95,
    };
  },
};
