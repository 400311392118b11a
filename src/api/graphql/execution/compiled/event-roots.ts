import { type EventId, eventId, kindOfId } from '../../../../domain/event/ids.ts';
import type { EventQuery, Timeline } from '../../../../timeline/timeline.ts';
import {
  type EventsInput,
  eventsQueryOf,
  type OnThisDateInput,
  onThisDateQueryOf,
} from '../../resolvers/event-queries.ts';

/** Arguments as graphql-js coerced them by the schema, which is what gives them their types. */
type Coerced = Record<string, unknown>;

/** The fields of `Query` that list events, each with what its arguments ask for. */
export const EVENT_LISTS: Readonly<Record<string, (timeline: Timeline, args: Coerced) => EventQuery>> = {
  events: (_, args: EventsInput) => eventsQueryOf(args),
  onThisDate: (timeline, args: OnThisDateInput) => onThisDateQueryOf(timeline, args),
};

/** The event that `Query.event` is asked for now; undefined for one of the past, and for an id of something else. */
export function eventIdOf({ id, ...past }: Coerced): EventId | undefined {
  const asksNow = Object.values(past).every((value) => value === null || value === undefined);
  return asksNow && typeof id === 'string' && kindOfId(id) === 'event' ? eventId(id) : undefined;
}
