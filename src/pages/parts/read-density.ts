import { TimelineError } from '../../domain/errors.ts';
import type { Caller, EventFilter } from '../../domain/query/timeline-query.ts';
import { type Bucket, bucketsOf } from '../../timeline/read/bucket.ts';
import type { BucketUnit, TimelineReading } from '../../timeline/read/timeline-reading.ts';
import type { Density } from './density.ts';

/** The number of bars that a narrow screen still keeps apart. */
const MOST_BARS = 62;
/** The picture shows days where so great a share of the certain events lies in two months. */
const SHARE_OF_DAYS = 0.7;

/**
 * The counts for the picture of a selection: days where most events lie close together, else months, else years. The
 * picture shows the part of time with the most events, for a single old event would push all others into one bar.
 */
export async function readDensity(
  timeline: TimelineReading,
  filter: EventFilter,
  caller?: Caller,
): Promise<Density | null> {
  const count = async (by: BucketUnit, of: EventFilter): Promise<readonly Bucket[] | null> => {
    try {
      return bucketsOf(await timeline.countByPeriod({ filter: of, by, ...(caller && { caller }) }));
    } catch (error) {
      // More periods than a histogram may have.
      if (error instanceof TimelineError && error.code === 'BAD_FILTER') return null;
      throw error;
    }
  };
  const months = await count('MONTH', filter);
  const buckets = months ?? (await count('YEAR', filter));
  if (buckets === null) return null;
  const close = months === null ? [] : busiest(months, 2);
  const [first, last] = [close.at(0), close.at(-1)];
  if (first !== undefined && last !== undefined && isMost(close, buckets) && canNarrow(filter)) {
    const days = await count('DAY', { ...filter, range: narrowed(filter, first, last) });
    return days === null ? null : windowOf(days, buckets);
  }
  return windowOf(busiest(buckets, MOST_BARS), buckets);
}

const canNarrow = ({ range }: EventFilter): boolean => range === undefined || range.match === 'OVERLAPS';

const narrowed = ({ range }: EventFilter, first: Bucket, last: Bucket) => ({
  from: range?.from != null && range.from > first.from ? range.from : first.from,
  to: range?.to != null && range.to < last.to ? range.to : last.to,
  match: 'OVERLAPS' as const,
});

const certainIn = (buckets: readonly Bucket[]): number =>
  buckets.reduce((sum, { certain }) => sum + certain, 0);

const isMost = (some: readonly Bucket[], all: readonly Bucket[]): boolean =>
  certainIn(some) > 0 && certainIn(some) >= SHARE_OF_DAYS * certainIn(all);

/** The neighbours with the most events: certain ones decide, and possible ones between equals. */
function busiest(buckets: readonly Bucket[], size: number): readonly Bucket[] {
  let best = { start: 0, certain: -1, possible: -1 };
  let [certain, possible] = [0, 0];
  for (const [end, bucket] of buckets.entries()) {
    const left = buckets[end - size];
    certain += bucket.certain - (left?.certain ?? 0);
    possible += bucket.possible - (left?.possible ?? 0);
    if (certain > best.certain || (certain === best.certain && possible > best.possible))
      best = { start: Math.max(0, end - size + 1), certain, possible };
  }
  return buckets.slice(best.start, best.start + size);
}

/** The buckets without empty ones at their ends, and whether events lie before and after them. */
function windowOf(shown: readonly Bucket[], whole: readonly Bucket[]): Density {
  const isFull = ({ certain, possible }: Bucket): boolean => certain + possible > 0;
  const buckets = shown.slice(Math.max(0, shown.findIndex(isFull)), shown.findLastIndex(isFull) + 1);
  const [first, last] = [buckets.at(0), buckets.at(-1)];
  return {
    buckets,
    hasEarlier: first !== undefined && whole.some((each) => each.to < first.from && isFull(each)),
    hasLater: last !== undefined && whole.some((each) => each.from > last.to && isFull(each)),
  };
}
