import { TimelineError } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventId } from '../../domain/event/ids.ts';
import type { EventFilter, Position } from '../../domain/query/timeline-query.ts';
import { dayBoundsOf } from '../../domain/time/event-date.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { checkedSize } from '../paging/page-request.ts';
import type { AroundQuery, EventsAround } from './timeline-reading.ts';

export const DEFAULT_AROUND = 5;

/**
 * The events next to an event in the order DATE. They pass the filter; the event itself need not. With `asOf`, the event too has
 * its date as of that day.
 */
export async function listAround(store: EventStore, id: EventId, query: AroundQuery): Promise<EventsAround> {
  const filter = normalizeFilter(query.filter ?? {});
  const before = checkedSize('before', query.before ?? DEFAULT_AROUND);
  const after = checkedSize('after', query.after ?? DEFAULT_AROUND);
  const event = await requireEvent(store, id, filter);
  const position = positionOf(event);
  const [earlier, later] = await Promise.all([
    store.listEvents(filter, 'DATE', { direction: 'BACKWARD', size: before, before: position }, query.caller),
    store.listEvents(filter, 'DATE', { direction: 'FORWARD', size: after, after: position }, query.caller),
  ]);
  return {
    event,
    before: earlier.items.map(({ node }) => node),
    after: later.items.map(({ node }) => node),
  };
}

async function requireEvent(store: EventStore, id: EventId, { asOf }: EventFilter): Promise<TimelineEvent> {
  const [event] = asOf === undefined ? await store.getEvents([id]) : [await store.getEventAsOf(id, asOf)];
  if (event !== undefined) return event;
  throw new TimelineError(
    'NOT_FOUND',
    asOf === undefined
      ? `there is no event "${id}"`
      : `no article published by ${asOf} dates the event "${id}"`,
  );
}

function positionOf({ date, id }: TimelineEvent): Position {
  const { earliestDay, latestDay } = dayBoundsOf(date);
  return { keys: [earliestDay, latestDay], id };
}
