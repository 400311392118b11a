import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { EventFilter, MonthDay } from '../../../domain/timeline-query.ts';
import { onThisDateQuery } from '../../../timeline/list-on-this-date.ts';
import type { EventQuery } from '../../../timeline/timeline.ts';
import { type EventListInput, eventQueryOf } from './event-connection.ts';
import { type EventFilterInput, eventFilterOf } from './event-filter-input.ts';
import { type PageInput, pageArgumentsOf } from './page-arguments.ts';

/*
 * What the arguments of `Query`'s fields ask for in domain terms: one reading of them for the resolvers and for compiled
 * operations.
 */

export interface EventsInput extends EventListInput {
  readonly filter?: EventFilterInput | null;
}

export interface OnThisDateInput extends MonthDay, PageInput {
  readonly asOf?: CalendarDate | null;
}

type FilteredQuery = EventQuery & { readonly filter: EventFilter };

export function eventsQueryOf({ filter: given, ...input }: EventsInput): FilteredQuery {
  const filter = eventFilterOf(given ?? {});
  return { ...eventQueryOf(filter, input), filter };
}

export const onThisDateQueryOf = ({ month, day, asOf, ...page }: OnThisDateInput): FilteredQuery =>
  onThisDateQuery({ month, day }, { ...pageArgumentsOf(page), ...(asOf && { asOf }) });
