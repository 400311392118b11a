import { type DayNumber, fromDayNumber, toDayNumber } from '../../domain/calendar-date.ts';
import { TimelineError } from '../../domain/errors.ts';
import { OPEN_END_DAY, OPEN_START_DAY } from '../../domain/event-date.ts';
import { boundsOf, type PeriodBounds, periodOf, shiftPeriod } from '../../domain/period.ts';
import type { DateRange } from '../../domain/timeline-query.ts';
import { timexValueOf } from '../../domain/timex-value.ts';
import type { BoundsCount, EventStore } from '../../store/event-store.ts';
import { normalizeFilter } from '../event-filter.ts';
import type { Bucket, BucketUnit, Histogram, HistogramQuery } from './timeline-reading.ts';

/** More bars than a screen has room for; a year of days fits. */
const MAX_BUCKETS = 1000;

/** The calendar of dates, in which every bucket must lie whole. */
const CALENDAR: PeriodBounds = {
  first: toDayNumber(fromDayNumber(-719_162)),
  last: toDayNumber(fromDayNumber(2_932_896)),
};

/**
 * How many events lie in each period of a kind, empty ones included, from the first to the last day of the filter's range;
 * where that is open, of the events. An event is certain in the one period that holds all its days, and possible in each
 * that holds some, so that every event is counted once as certain or some times as possible. Throws `BAD_FILTER` for more
 * than 1,000 periods.
 */
export async function countByPeriod(store: EventStore, query: HistogramQuery): Promise<Histogram> {
  const { by = 'MONTH' } = query;
  const filter = normalizeFilter(query.filter ?? {});
  const counts = await store.countByBounds(filter);
  const extent = extentOf(counts, filter.range);
  return { by, buckets: extent === undefined ? [] : fill(emptyBuckets(by, extent), counts, by) };
}

/** The range where it has ends, else the first and last days that the events have. */
function extentOf(counts: readonly BoundsCount[], range: DateRange | undefined): PeriodBounds | undefined {
  const days = counts
    .flatMap(({ earliestDay, latestDay }) => [earliestDay, latestDay])
    .filter((day) => day !== OPEN_START_DAY && day !== OPEN_END_DAY);
  const from = range?.from == null ? undefined : toDayNumber(range.from);
  const to = range?.to == null ? undefined : toDayNumber(range.to);
  const first = from ?? days.reduce((least, day) => Math.min(least, day), to ?? Number.POSITIVE_INFINITY);
  const last = to ?? days.reduce((most, day) => Math.max(most, day), from ?? Number.NEGATIVE_INFINITY);
  return first <= last ? { first, last } : undefined;
}

function emptyBuckets(by: BucketUnit, { first, last }: PeriodBounds): Bucket[] {
  const start = periodOf(by, first);
  const count = periodOf(by, last).index - start.index + 1;
  if (count > MAX_BUCKETS)
    throw new TimelineError(
      'BAD_FILTER',
      `from ${fromDayNumber(first)} to ${fromDayNumber(last)} are ${count} periods of a ${by}, more than ${MAX_BUCKETS}: ask for longer ones or a narrower range`,
      { details: { field: 'by' } },
    );
  return Array.from({ length: count }, (_, index) => {
    const period = shiftPeriod(start, index);
    const bounds = boundsOf(period);
    return {
      period: timexValueOf(period),
      from: fromDayNumber(Math.max(bounds.first, CALENDAR.first)),
      to: fromDayNumber(Math.min(bounds.last, CALENDAR.last)),
      certain: 0,
      possible: 0,
    };
  });
}

/** Possible events are noted where they begin and end, and summed up on the way: each costs the same, however long. */
function fill(buckets: readonly Bucket[], counts: readonly BoundsCount[], by: BucketUnit): readonly Bucket[] {
  const [begin] = buckets;
  if (begin === undefined) return buckets;
  const offset = periodOf(by, toDayNumber(begin.from)).index;
  const indexOf = (day: DayNumber): number => {
    if (day === OPEN_START_DAY) return Number.NEGATIVE_INFINITY;
    return day === OPEN_END_DAY ? Number.POSITIVE_INFINITY : periodOf(by, day).index - offset;
  };
  const certain = new Map<number, number>();
  const steps = new Map<number, number>();
  const add = (sums: Map<number, number>, index: number, count: number): void => {
    sums.set(index, (sums.get(index) ?? 0) + count);
  };
  for (const { earliestDay, latestDay, count } of counts) {
    const [first, last] = [indexOf(earliestDay), indexOf(latestDay)];
    if (first === last) add(certain, first, count);
    else {
      add(steps, Math.max(first, 0), count);
      add(steps, last + 1, -count);
    }
  }
  let possible = 0;
  return buckets.map((bucket, index) => {
    possible += steps.get(index) ?? 0;
    return { ...bucket, certain: certain.get(index) ?? 0, possible };
  });
}
