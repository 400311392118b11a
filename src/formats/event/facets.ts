import { assertNever } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { FacetName } from '../../domain/query/timeline-query.ts';
import { sourcesOf } from './sources.ts';

/** The facets by which a timeline can be grouped into rows. */
export const FACETS = ['actor', 'type', 'source', 'place'] as const satisfies readonly FacetName[];

export type Facet = (typeof FACETS)[number];

/** The first value that an event has of a facet; undefined where it has none. */
export function facetOf(event: TimelineEvent, facet: Facet): string | undefined {
  switch (facet) {
    case 'actor':
      return event.actors[0]?.name;
    case 'type':
      return event.type;
    case 'source':
      return sourcesOf(event)[0]?.publisher ?? undefined;
    case 'place':
      return event.places[0]?.name;
    default:
      return assertNever(facet);
  }
}
