import { type CalendarDate, fromDayNumber, toDayNumber } from '../../domain/calendar-date.ts';
import { boundsOf, type PeriodBounds } from '../../domain/period.ts';
import { timexValueOf } from '../../domain/timex-value.ts';
import type { BucketUnit, Histogram, PeriodCount } from './timeline-reading.ts';

/** A period and its events, in words: a count as it is shown. */
export interface Bucket extends Omit<PeriodCount, 'index'> {
  /** `2021-12-21`, `2021-W51`, `2021-12`, `2021-Q4` or `2021`. */
  readonly period: string;
  readonly from: CalendarDate;
  /** Inclusive. */
  readonly to: CalendarDate;
}

/** The calendar of dates, in which every bucket must lie whole. */
const CALENDAR: PeriodBounds = {
  first: toDayNumber(fromDayNumber(-719_162)),
  last: toDayNumber(fromDayNumber(2_932_896)),
};

export const periodText = (by: BucketUnit, index: number): string => timexValueOf({ unit: by, index });

/** The first and the last day of a period. */
export function daysOf(by: BucketUnit, index: number): Pick<Bucket, 'from' | 'to'> {
  const { first, last } = boundsOf({ unit: by, index });
  return {
    from: fromDayNumber(Math.max(first, CALENDAR.first)),
    to: fromDayNumber(Math.min(last, CALENDAR.last)),
  };
}

export const bucketsOf = ({ by, counts }: Histogram): readonly Bucket[] =>
  counts.map(({ index, certain, possible }) => ({
    period: periodText(by, index),
    ...daysOf(by, index),
    certain,
    possible,
  }));
