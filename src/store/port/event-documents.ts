import type { EventId } from '../../domain/event/ids.ts';
import type { JsonShape } from '../../domain/query/json-shape.ts';
import type { EventFilter, EventOrder, Page, PageRequest } from '../../domain/query/timeline-query.ts';

/** Which fields of an event a text has; SERVED for those of `SERVED_EVENT`, WHOLE for all of them. These two lie ready. */
export type EventShape = JsonShape | 'SERVED' | 'WHOLE';

/**
 * The second, narrow port: events as JSON text, of which a shape names the fields as `TimelineEvent` has them. What it
 * answers says the same as the event of `EventStore`, but no object is built on the way.
 */
export interface EventDocuments {
  /** Undefined for an event that does not exist now. Merged ids are followed. */
  get(id: EventId, shape: EventShape): Promise<string | undefined>;
  list(filter: EventFilter, order: EventOrder, page: PageRequest, shape: EventShape): Promise<Page<string>>;
}
