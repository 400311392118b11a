import type { EventFilter } from '../../../domain/query/timeline-query.ts';
import type { FilterInput } from '../../../timeline/filter/filter-fields.ts';
import { readFilter } from '../../../timeline/filter/read-filter.ts';

/** The SDL's `EventFilter`; null means the same as leaving a field out. */
export interface EventFilterInput extends FilterInput {
  readonly and?: readonly EventFilterInput[] | null;
  readonly or?: readonly EventFilterInput[] | null;
  readonly not?: EventFilterInput | null;
}

/** The input in domain terms, filters in filters too; how deep they may nest is checked with the filter. */
export const eventFilterOf = ({ and, or, not, ...fields }: EventFilterInput): EventFilter => ({
  ...readFilter(fields),
  ...(and && { and: and.map(eventFilterOf) }),
  ...(or && { or: or.map(eventFilterOf) }),
  ...(not && { not: eventFilterOf(not) }),
});
