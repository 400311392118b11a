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

/** The reading of a clock time alone: `T10:30` on the day that the text named last, else on the anchor. */
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
