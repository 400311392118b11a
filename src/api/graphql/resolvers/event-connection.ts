import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { EventFilter, EventOrder } from '../../../domain/query/timeline-query.ts';
import type { Connection, EventQuery, Timeline } from '../../../timeline/timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import { readEvents } from '../limits/read-events.ts';
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
  query: EventQuery,
  context: GraphqlContext,
): Promise<EventConnection> {
  const { caller } = context;
  const page = await readEvents(
    context,
    () => timeline.listEvents({ ...query, filter, caller }),
    ({ edges }) => edges.map(({ node }) => node),
  );
  return { ...page, totalCount: () => timeline.countEvents(filter, caller) };
}
