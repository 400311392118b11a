import { dayPeriod } from '../domain/time/period.ts';
import { type Context, type PeriodReading, referenceTo } from './rule.ts';

/** A clock time alone belongs to the day the text spoke of last, else to the anchor. `time` is TIMEX3's, `T10:30`. */
export function clockReading(time: string, rule: string, { anchor, discourse }: Context): PeriodReading {
  const last = discourse.last();
  const day = last?.period.unit === 'DAY' ? last : undefined;
  return {
    kind: 'period',
    period: day?.period ?? dayPeriod(anchor),
    rule,
    direction: null,
    reference: referenceTo(day),
    confidence: 0.6,
    time,
    borrowsDay: true,
  };
}
