import type { TimelineEvent } from '../../domain/event/event.ts';
import { SERVED_EVENT } from '../../domain/event/served-event.ts';
import type { JsonShape } from '../../domain/query/json-shape.ts';
import { type EventJson, eventJson } from './event-json.ts';

/** What an event's JSON consists of, for those who want only some of it. */
export const EVENT_FIELDS: readonly string[] = SERVED_EVENT.map(({ key }) => key);

/** An event as JSON with only these fields, in the order that they always have; whole where nothing is said. */
export function sparseEventJson(event: TimelineEvent, fields?: readonly string[]): Partial<EventJson> {
  const whole = eventJson(event);
  if (fields === undefined) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([name]) => fields.includes(name)));
}

/** The same as a shape of stored documents. */
export const sparseShape = (fields?: readonly string[]): JsonShape | 'PUBLIC' =>
  fields === undefined ? 'PUBLIC' : SERVED_EVENT.filter(({ key }) => fields.includes(key));
