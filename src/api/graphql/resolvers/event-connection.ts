import type { TimelineEvent } from '../../../domain/event.ts';
import type { EventFilter } from '../../../domain/timeline-query.ts';
import type { Connection, EventQuery, Timeline } from '../../../timeline/timeline.ts';

/** A page of events that counts its whole list only when the count is asked for. */
export interface EventConnection extends Connection<TimelineEvent> {
  /** graphql-js calls a property that is a function. */
  readonly totalCount: () => Promise<number>;
}

export async function listEventConnection(timeline: Timeline, query: EventQuery): Promise<EventConnection> {
  return countedBy(timeline, query.filter ?? {}, await timeline.listEvents(query));
}

export function countedBy(
  timeline: Timeline,
  filter: EventFilter,
  page: Connection<TimelineEvent>,
): EventConnection {
  return { ...page, totalCount: () => timeline.countEvents(filter) };
}
