import { dayPeriod } from '../../domain/time/period.ts';
import { type Context, type PeriodReading, referenceTo } from '../rule.ts';

/** Parts of a day in TIMEX3's codes: `TMO`, `TAF`, `TEV`, `TNI`, and clock times for noon and midnight. */
const CODES: Readonly<Record<string, string>> = {
  morning: 'TMO',
  midday: 'T12:00',
  noon: 'T12:00',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
  midnight: 'T24:00',
};

/** "morning", "night", "noon". */
export const TIME_OF_DAY = Object.keys(CODES).join('|');

/** "night" → `TNI`, "noon" → `T12:00`. */
export const timeOfDayCode = (name: string): string => CODES[name.toLowerCase()] ?? 'TNI';

/** Clock times after a night and after an evening that belong to the next day. */
const AFTER_NIGHT = /^T(?:0\d|1[01])/;
const AFTER_EVENING = /^T0[0-5]/;
const EVENING = /^T(?:EV|2\d:)/;

/**
 * The reading of a clock time alone: `T10:30` on the day that the text named last, else on the anchor. After "Monday night" the
 * morning is that of Tuesday.
 */
export function clockReading(time: string, rule: string, { anchor, discourse }: Context): PeriodReading {
  const last = discourse.last();
  const day = last?.period.unit === 'DAY' ? last : undefined;
  const isNext =
    (day?.time === 'TNI' && AFTER_NIGHT.test(time)) ||
    (EVENING.test(day?.time ?? '') && AFTER_EVENING.test(time));
  const period = day?.period ?? dayPeriod(anchor);
  return {
    kind: 'period',
    period: isNext ? dayPeriod(period.index + 1) : period,
    rule,
    direction: null,
    reference: referenceTo(day),
    confidence: 0.6,
    time,
    borrowsDay: true,
  };
}
