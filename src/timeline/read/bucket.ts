import {
  type CalendarDate,
  dayNumberOf,
  FIRST_YEAR,
  fromDayNumber,
} from '../../domain/time/calendar-date.ts';
import { boundsOf, type Period, type PeriodBounds } from '../../domain/time/period.ts';
import type { Histogram, PeriodCount } from './timeline-reading.ts';

/** A period with its days and its counts of events, as it is shown. */
export interface Bucket extends Omit<PeriodCount, keyof Period> {
  readonly from: CalendarDate;
  /** Inclusive. */
  readonly to: CalendarDate;
}

/** The first and the last day of the calendar; every bucket lies in between. */
const CALENDAR: PeriodBounds = {
  first: dayNumberOf({ year: FIRST_YEAR, month: 1, day: 1 }),
  last: dayNumberOf({ year: 9999, month: 12, day: 31 }),
};

/** The first and the last day of a period. */
export function daysOf(period: Period): Pick<Bucket, 'from' | 'to'> {
  const { first, last } = boundsOf(period);
  return {
    from: fromDayNumber(Math.max(first, CALENDAR.first)),
    to: fromDayNumber(Math.min(last, CALENDAR.last)),
  };
}

/** The buckets of a histogram, in its order. */
export const bucketsOf = ({ counts }: Histogram): readonly Bucket[] =>
  counts.map((count) => {
    const { period, certain, possible } = count;
    return { period, ...daysOf(count), certain, possible };
  });
