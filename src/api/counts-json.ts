import type { FacetName } from '../domain/query/timeline-query.ts';
import { type CalendarDate, toDayNumber } from '../domain/time/calendar-date.ts';
import { urlOf } from '../formats/event/addresses.ts';
import { FILTER_FIELDS, type FilterFieldName, type FilterInput } from '../timeline/filter/filter-fields.ts';
import { readFilter } from '../timeline/filter/read-filter.ts';
import { type Bucket, bucketsOf } from '../timeline/read/bucket.ts';
import type { Facet, Histogram } from '../timeline/read/timeline-reading.ts';

/** Makes the URL of the events behind a number; null where no URL could say what they are. */
export type EventsHref = (changed: FilterInput) => string | null;

const isField = (name: string): name is FilterFieldName => Object.hasOwn(FILTER_FIELDS, name);

/** Links to `/v1/events` below the prefix, with a filter some of whose fields are others. */
export const eventsHref =
  (filter: FilterInput, prefix: string): EventsHref =>
  (changed) =>
    urlOf(
      `${prefix}/v1/events`,
      Object.fromEntries(
        Object.entries({ ...filter, ...changed }).filter(([name, value]) => isField(name) && value != null),
      ),
    );

/** A facet, each value with the way to its events. */
export const facetJson = ({ facet, values }: Facet, href: EventsHref) => ({
  facet,
  values: values.map(({ value, name, count }) => ({
    value,
    name,
    count,
    href: href(chosen(facet, value)),
  })),
});

const chosen = (facet: FacetName, value: string): FilterInput => ({ [facet]: [value] });

/** A histogram, each bucket with the way to its events. */
export function histogramJson(histogram: Histogram, filter: FilterInput, href: EventsHref) {
  const hrefOf = bucketHref(filter, href);
  return {
    by: histogram.by,
    buckets: bucketsOf(histogram).map((bucket) => ({ ...bucket, href: hrefOf(bucket) })),
  };
}

/** `from` and `to` take no day before it, in the order of texts either: those days have a sign or the year 0000. */
const OUR_ERA = '0001';

const isBefore = (one: CalendarDate, other: CalendarDate): boolean => toDayNumber(one) < toDayNumber(other);

/**
 * Links to the days that a bucket has in common with the filter's range: what overlaps both of them overlaps these days.
 * Null where the filter's range means more than overlapping, for then no one range says both.
 */
function bucketHref(
  filter: FilterInput,
  href: EventsHref,
): (days: Pick<Bucket, 'from' | 'to'>) => string | null {
  const { range } = readFilter(filter);
  if (range !== undefined && range.match !== 'OVERLAPS') return () => null;
  return (bucket) => {
    const from = range?.from != null && isBefore(bucket.from, range.from) ? range.from : bucket.from;
    const to = range?.to != null && isBefore(range.to, bucket.to) ? range.to : bucket.to;
    return from >= OUR_ERA
      ? href({ from, to, date: null })
      : href({ from: null, to: null, date: `${from}/${to}` });
  };
}
