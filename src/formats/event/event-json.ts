import type { EventConflict } from '../../domain/event/conflict.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention, Participant } from '../../domain/event/mention.ts';
import {
  CONFLICT,
  EVENT,
  EVENT_SUMMARY,
  MENTION,
  PARTICIPANT,
  SERVED_EVENT,
} from '../../domain/event/served-event.ts';
import {
  isObject,
  type Served,
  type ServedField,
  type ServedObject,
} from '../../domain/event/served-object.ts';
import type { JsonShape } from '../../domain/query/json-shape.ts';

/** An event as JSON: the one shape of exports, REST and the command line. */
export type EventJson = Served<typeof EVENT>;

export const eventJson: (event: TimelineEvent) => EventJson = jsonWriter(EVENT);

/** An event without its mentions, as other resources refer to it. */
export const eventSummaryJson: (event: TimelineEvent) => Served<typeof EVENT_SUMMARY> =
  jsonWriter(EVENT_SUMMARY);

/** One article's account within an event. `timex` and `rule` are null together, and so is `date`, unless it is that of a report. */
export const mentionJson: (mention: Mention) => Served<typeof MENTION> = jsonWriter(MENTION);

export const conflictJson: (conflict: EventConflict) => Served<typeof CONFLICT> = jsonWriter(CONFLICT);

export const participantJson: (participant: Participant) => Served<typeof PARTICIPANT> =
  jsonWriter(PARTICIPANT);

/** The names by which a client can choose fields of an event. */
export const EVENT_FIELDS: readonly string[] = EVENT.fields.map(({ name }) => name);

/** Writes events with these fields only, in their usual order; whole events where no fields are named. */
export function sparseEventJson(fields?: readonly string[]): (event: TimelineEvent) => Partial<EventJson> {
  if (fields === undefined) return eventJson;
  return jsonWriter({ fields: EVENT.fields.filter(({ name }) => fields.includes(name)) });
}

/** The same as a shape of stored documents. */
export const sparseShape = (fields?: readonly string[]): JsonShape | 'PUBLIC' =>
  fields === undefined ? 'PUBLIC' : SERVED_EVENT.filter(({ key }) => fields.includes(key));

/** Copies the described properties of an object in their order, and leaves out all others. */
function jsonWriter<Described extends ServedObject>(
  described: Described,
): (source: Served<Described>) => Served<Described>;
function jsonWriter(described: ServedObject): (source: Properties) => Properties {
  return propertyWriter(described);
}

type Properties = Readonly<Record<string, unknown>>;

function propertyWriter({ fields }: ServedObject): (source: Properties) => Properties {
  const properties = fields.map((field) => ({ name: field.name, write: valueWriter(field) }));
  return (source) => {
    const json: Record<string, unknown> = {};
    for (const { name, write } of properties) json[name] = write(source[name]);
    return json;
  };
}

function valueWriter({ value, listOf }: ServedField): (value: unknown) => unknown {
  if (!isObject(value)) return (leaf) => leaf;
  const write = propertyWriter(value);
  const writeItem = (item: unknown): unknown => (isProperties(item) ? write(item) : item);
  return listOf === undefined ? writeItem : (list) => (Array.isArray(list) ? list.map(writeItem) : list);
}

const isProperties = (value: unknown): value is Properties => typeof value === 'object' && value !== null;
