import type { FacetName } from '../../../domain/query/timeline-query.ts';
import type { BucketUnit, HistogramQuery } from '../../../timeline/read/timeline-reading.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import { type EventsHref, eventsHref, facetJson, histogramJson } from '../../counts-json.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import { takeEntries } from '../limits/count-entries.ts';
import { type EventFilterInput, eventFilterOf } from './event-filter-input.ts';

interface FacetsInput {
  readonly filter?: EventFilterInput | null;
  readonly facets?: readonly FacetName[] | null;
  readonly size: number;
}

export interface HistogramInput {
  readonly filter?: EventFilterInput | null;
  readonly by?: BucketUnit;
}

export const createCountResolvers = (timeline: Timeline) => ({
  facets: async (_: unknown, { filter, facets, size }: FacetsInput, { caller, prefix }: GraphqlContext) => {
    const query = { filter: eventFilterOf(filter ?? {}), first: size, caller, ...(facets && { facets }) };
    return (await timeline.countFacets(query)).map((facet) => facetJson(facet, hrefOf(filter, prefix)));
  },
  // The buckets of one histogram are counted before the next is made.
  histogram: (_: unknown, input: HistogramInput, context: GraphqlContext) =>
    context.inTurn(async () => {
      takeEntries(context, 0);
      const { caller, prefix } = context;
      const histogram = await timeline.countByPeriod({ ...histogramQueryOf(input), caller });
      return histogramJson(histogram, input.filter ?? {}, hrefOf(input.filter, prefix));
    }),
});

/** Reads the arguments of `Query.histogram`, for the resolver and for compiled operations. */
export const histogramQueryOf = ({ filter, by }: HistogramInput): HistogramQuery => ({
  filter: eventFilterOf(filter ?? {}),
  ...(by && { by }),
});

/** REST has no parameters for filters within filters. */
function hrefOf(filter: EventFilterInput | null | undefined, prefix: string): EventsHref {
  const { and, or, not, ...fields } = filter ?? {};
  return and || or || not ? () => null : eventsHref(fields, prefix);
}
