import Type, { type TSchema } from 'typebox';
import {
  ANCHOR,
  CONFLICT,
  EVENT,
  EVENT_DATE,
  EVENT_SUMMARY,
  MENTION,
  PARTICIPANT,
  TIMEX,
} from '../../../domain/event/served-event.ts';
import { isObject, type ServedField, type ServedObject } from '../../../domain/event/served-object.ts';
import { CountSchema, DaySchema, named, nullable, refTo, ShareSchema, wordOf } from './schema-parts.ts';

export const AnchorSchema = objectSchema(ANCHOR);
export const EventDateSchema = objectSchema(EVENT_DATE);
export const TimexSchema = objectSchema(TIMEX);
export const ParticipantSchema = objectSchema(PARTICIPANT);
export const ConflictSchema = objectSchema(CONFLICT);
export const MentionSchema = named('Mention', objectSchema(MENTION));
export const EventSummarySchema = named('EventSummary', objectSchema(EVENT_SUMMARY));
export const EventSchema = named('Event', objectSchema(EVENT));

export const SparseEventSchema = named(
  'SparseEvent',
  Type.Partial(EventSchema, { description: 'An event with the fields that were chosen by `fields`.' }),
);

export const ChosenEventSchema = named(
  'ChosenEvent',
  Type.Union([refTo(EventSchema), refTo(SparseEventSchema)], {
    description: 'A whole event, or one with the fields that were chosen.',
  }),
);

/** JSON Schema of a served object. */
function objectSchema({ description, fields }: ServedObject) {
  const properties = Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)]));
  return Type.Object(properties, description === undefined ? {} : { description });
}

function fieldSchema({ value, nullable: mayBeNull, listOf, description }: ServedField): TSchema {
  const options = description === undefined ? {} : { description };
  if (listOf !== undefined)
    return Type.Array(valueSchema(value, {}), { ...(listOf > 0 && { minItems: listOf }), ...options });
  const schema = valueSchema(value, options);
  return mayBeNull ? nullable(schema) : schema;
}

function valueSchema(value: ServedField['value'], options: { readonly description?: string }): TSchema {
  if (isObject(value))
    return value.schema === undefined ? objectSchema(value) : Type.Unsafe({ $ref: `${value.schema}#` });
  switch (value) {
    case 'ID':
    case 'TEXT':
      return Type.String(options);
    case 'DAY':
      return DaySchema;
    case 'COUNT':
      return Type.Integer({ ...CountSchema, ...options });
    case 'REVISION':
      return Type.Integer({ minimum: 1, ...options });
    case 'SHARE':
      return ShareSchema;
    default:
      return wordOf(value, options.description);
  }
}
