import { TimelineError } from '../../domain/errors.ts';
import type { DateRange } from '../../domain/query/timeline-query.ts';
import { type DayNumber, fromDayNumber, toDayNumber } from '../../domain/time/calendar-date.ts';
import { OPEN_END_DAY, OPEN_START_DAY } from '../../domain/time/event-date.ts';
import { type PeriodBounds, periodIndexOf } from '../../domain/time/period.ts';
import { timexValueOf } from '../../domain/time/timex.ts';
import type { BoundsCount, EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import type { BucketUnit, Histogram, HistogramQuery, PeriodCount } from './timeline-reading.ts';

/** Ten years of days, three centuries of months. */
const MAX_BUCKETS = 3660;

/** The units whose counts need only the months of an event's ends. */
const MADE_OF_MONTHS: readonly BucketUnit[] = ['MONTH', 'QUARTER', 'YEAR'];

/**
 * Counts the events in each period of a unit, empty periods included, from the first to the last day of the filter's range.
 * An open end of the range ends with the events. An event is certain in a period that holds all its days, and possible in
 * each of several periods that hold some of them. A date with role PUBLISHED is possible in its period. Throws `BAD_FILTER` for more than 3,660 periods.
 */
export function periodCounter(store: EventStore): (query: HistogramQuery) => Promise<Histogram> {
  // Histograms of all events. The store gives the same list of counts until an event changes.
  const kept = new WeakMap<readonly BoundsCount[], Map<BucketUnit, Histogram>>();
  const ofAll = (counts: readonly BoundsCount[], by: BucketUnit): Histogram => {
    const histograms = kept.get(counts) ?? new Map<BucketUnit, Histogram>();
    const histogram = histograms.get(by) ?? histogramOf(counts, by);
    kept.set(counts, histograms.set(by, histogram));
    return histogram;
  };
  return async ({ by = 'MONTH', filter: given = {}, caller }) => {
    const filter = normalizeFilter(given);
    if (MADE_OF_MONTHS.includes(by) && Object.keys(filter).length === 0)
      return ofAll(await store.countByMonths(), by);
    return histogramOf(await store.countByBounds(filter, caller), by, filter.range);
  };
}

function histogramOf(counts: readonly BoundsCount[], by: BucketUnit, range?: DateRange): Histogram {
  const extent = extentOf(counts, range);
  return { by, counts: extent === undefined ? [] : sumUp(counts, by, extent) };
}

/** The ends of the range; an open end is the first or last day of the events. */
function extentOf(counts: readonly BoundsCount[], range: DateRange | undefined): PeriodBounds | undefined {
  const from = range?.from == null ? undefined : toDayNumber(range.from);
  const to = range?.to == null ? undefined : toDayNumber(range.to);
  let first = from ?? to ?? Number.POSITIVE_INFINITY;
  let last = to ?? from ?? Number.NEGATIVE_INFINITY;
  const include = (day: DayNumber): void => {
    if (day === OPEN_START_DAY || day === OPEN_END_DAY) return;
    if (from === undefined && day < first) first = day;
    if (to === undefined && day > last) last = day;
  };
  for (const { earliestDay, latestDay } of counts) {
    include(earliestDay);
    include(latestDay);
  }
  return first <= last ? { first, last } : undefined;
}

function countPeriods(by: BucketUnit, { first, last }: PeriodBounds): number {
  const count = periodIndexOf(by, last) - periodIndexOf(by, first) + 1;
  if (count > MAX_BUCKETS)
    throw new TimelineError(
      'BAD_FILTER',
      `from ${fromDayNumber(first)} to ${fromDayNumber(last)} are ${count} periods of a ${by}, more than ${MAX_BUCKETS}: ask for longer ones or a narrower range`,
      { details: { field: 'by' } },
    );
  return count;
}

/** Possible events are noted at their begin and end alone, then summed up: a long event costs no more than a short one. */
function sumUp(counts: readonly BoundsCount[], by: BucketUnit, extent: PeriodBounds): readonly PeriodCount[] {
  const length = countPeriods(by, extent);
  const start = periodIndexOf(by, extent.first);
  const certain = new Array<number>(length).fill(0);
  const steps = new Array<number>(length).fill(0);
  const add = (sums: number[], index: number, count: number): void => {
    if (index >= 0 && index < length) sums[index] = (sums[index] ?? 0) + count;
  };
  const indexOf = (day: DayNumber): number => {
    if (day === OPEN_START_DAY) return Number.NEGATIVE_INFINITY;
    return day === OPEN_END_DAY ? Number.POSITIVE_INFINITY : periodIndexOf(by, day) - start;
  };
  for (const { earliestDay, latestDay, reported, count } of counts) {
    const first = indexOf(earliestDay);
    const last = latestDay === earliestDay ? first : indexOf(latestDay);
    if (first === last && reported === 0) add(certain, first, count);
    else {
      add(steps, Math.max(first, 0), count);
      add(steps, last + 1, -count);
    }
  }
  let possible = 0;
  return certain.map((sure, place) => {
    possible += steps[place] ?? 0;
    const index = start + place;
    return { unit: by, index, period: timexValueOf({ unit: by, index }), certain: sure, possible };
  });
}
