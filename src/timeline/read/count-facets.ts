import { TimelineError } from '../../domain/errors.ts';
import { type EventFilter, FACET_NAMES, type FacetName } from '../../domain/query/timeline-query.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { checkedSize } from '../paging/page-request.ts';
import type { Facet, FacetsQuery } from './timeline-reading.ts';

export const DEFAULT_FACET_SIZE = 10;

/** The filter's list for each facet. The facet offers values for that list, so it ignores it. */
const OWN_FIELD = {
  actor: 'actors',
  place: 'places',
  type: 'types',
  source: 'sources',
  precision: 'precisions',
  modality: 'modalities',
  subject: 'subjects',
} as const satisfies Record<FacetName, keyof EventFilter>;

/**
 * Counts the values of facets among the events that pass the filter. Each facet ignores its own list of the filter, so it also
 * offers the alternatives to the chosen values.
 */
export async function countFacets(store: EventStore, query: FacetsQuery): Promise<readonly Facet[]> {
  const filter = normalizeFilter(query.filter ?? {});
  const size = checkedSize('first', query.first ?? DEFAULT_FACET_SIZE);
  const facets = [...new Set(query.facets ?? FACET_NAMES)];
  if (facets.length === 0) throw new TimelineError('BAD_FILTER', 'the list of facets is empty');
  return Promise.all(
    facets.map(async (facet) => {
      const { [OWN_FIELD[facet]]: _, ...others } = filter;
      return { facet, values: await store.countFacet(others, facet, size, query.caller) };
    }),
  );
}
