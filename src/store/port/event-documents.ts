import type { EventId } from '../../domain/event/ids.ts';
import type { JsonShape } from '../../domain/query/json-shape.ts';
import type {
  Caller,
  EventFilter,
  EventOrder,
  Page,
  PageRequest,
} from '../../domain/query/timeline-query.ts';

/** The stored documents of an event: all fields of `TimelineEvent`, or those of `SERVED_EVENT` alone. */
export type DocumentKind = 'FULL' | 'PUBLIC';

/** The fields that the JSON text of an event has. */
export type EventShape = JsonShape | DocumentKind;

/**
 * The second, narrow port: events as JSON text. A shape names the fields as `TimelineEvent` has them. The text says the
 * same as the event of `EventStore`, but no object is built on the way.
 */
export interface EventDocuments {
  /** Undefined for an event that does not exist now. Merged ids are followed. Throws `PURGED` as `lookUpEvent` does. */
  get(id: EventId, shape: EventShape): Promise<string | undefined>;
  list(
    filter: EventFilter,
    order: EventOrder,
    page: PageRequest,
    shape: EventShape,
    caller?: Caller,
  ): Promise<Page<string>>;
}
