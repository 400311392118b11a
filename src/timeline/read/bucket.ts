import { type CalendarDate, fromDayNumber, toDayNumber } from '../../domain/time/calendar-date.ts';
import { boundsOf, type Period, type PeriodBounds } from '../../domain/time/period.ts';
import type { Histogram, PeriodCount } from './timeline-reading.ts';

/** A period and its events, in words: a count as it is shown. */
export interface Bucket extends Omit<PeriodCount, keyof Period> {
  readonly from: CalendarDate;
  /** Inclusive. */
  readonly to: CalendarDate;
}

/** The calendar of dates, in which every bucket must lie whole. */
const CALENDAR: PeriodBounds = {
  first: toDayNumber(fromDayNumber(-719_162)),
  last: toDayNumber(fromDayNumber(2_932_896)),
};

/** The first and the last day of a period. */
export function daysOf(period: Period): Pick<Bucket, 'from' | 'to'> {
  const { first, last } = boundsOf(period);
  return {
    from: fromDayNumber(Math.max(first, CALENDAR.first)),
    to: fromDayNumber(Math.min(last, CALENDAR.last)),
  };
}

export const bucketsOf = ({ counts }: Histogram): readonly Bucket[] =>
  counts.map((count) => {
    const { period, certain, possible } = count;
    return { period, ...daysOf(count), certain, possible };
  });
