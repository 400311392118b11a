import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { Caller, EventFilter, EventOrder } from '../../../domain/query/timeline-query.ts';
import type { Connection, EventQuery, Timeline } from '../../../timeline/timeline.ts';
import { type PageInput, pageArgumentsOf } from './page-arguments.ts';

/** A page of events that counts its whole list only when the count is asked for. */
export interface EventConnection extends Connection<TimelineEvent> {
  /** graphql-js calls a property that is a function. */
  readonly totalCount: () => Promise<number>;
}

/** The arguments of a field that lists events. */
export interface EventListInput extends PageInput {
  readonly orderBy?: EventOrder | null;
}

export const eventQueryOf = (input: EventListInput): EventQuery => ({
  ...pageArgumentsOf(input),
  order: input.orderBy ?? 'DATE',
});

export async function listEventConnection(
  timeline: Timeline,
  filter: EventFilter,
  query: EventQuery & { readonly caller: Caller },
): Promise<EventConnection> {
  const page = await timeline.listEvents({ ...query, filter });
  return { ...page, totalCount: () => timeline.countEvents(filter, query.caller) };
}
