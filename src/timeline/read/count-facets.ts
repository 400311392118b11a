import { TimelineError } from '../../domain/errors.ts';
import { type EventFilter, FACET_NAMES, type FacetName } from '../../domain/query/timeline-query.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { checkedSize } from '../paging/page-request.ts';
import type { Facet, FacetsQuery } from './timeline-reading.ts';

export const DEFAULT_FACET_SIZE = 10;

/** The list of the filter that a facet offers values for, and therefore ignores. */
const OWN_FIELD = {
  actor: 'actors',
  place: 'places',
  type: 'types',
  source: 'sources',
  precision: 'precisions',
  modality: 'modalities',
} as const satisfies Record<FacetName, keyof EventFilter>;

/**
 * What the events that pass the filter can be narrowed by. Each facet counts as if the filter had no list of its own, so
 * that it tells of the alternatives to what is chosen in it already.
 */
export async function countFacets(store: EventStore, query: FacetsQuery): Promise<readonly Facet[]> {
  const filter = normalizeFilter(query.filter ?? {});
  const size = checkedSize('first', query.first ?? DEFAULT_FACET_SIZE);
  const facets = [...new Set(query.facets ?? FACET_NAMES)];
  if (facets.length === 0) throw new TimelineError('BAD_FILTER', 'the list of facets is empty');
  return Promise.all(
    facets.map(async (facet) => {
      const { [OWN_FIELD[facet]]: _, ...others } = filter;
      return { facet, values: await store.countFacet(others, facet, size) };
    }),
  );
}
