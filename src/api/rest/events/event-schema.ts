import Type from 'typebox';
import { CONFLICT_FIELDS } from '../../../domain/event/conflict.ts';
import { EVENT_TYPES } from '../../../domain/event/event-type.ts';
import { MODALITIES, PARTICIPANT_ROLES } from '../../../domain/event/mention.ts';
import { DATE_ROLES, PRECISIONS } from '../../../domain/time/event-date.ts';
import { TIMEX_MODS, TIMEX_TYPES } from '../../../domain/time/timex.ts';
import {
  AnchorSchema,
  CountSchema,
  DaySchema,
  NamedSchema,
  named,
  nullable,
  refTo,
  ShareSchema,
  wordOf,
} from '../schemas/schema-parts.ts';

const dateProperties = {
  edtf: Type.String({ description: 'EDTF (ISO 8601-2), level 0 or 1.' }),
  earliest: nullable(DaySchema),
  latest: nullable(DaySchema),
  precision: wordOf(PRECISIONS, 'How finely the date is known.'),
  role: wordOf(DATE_ROLES, 'How the event lies in the span from earliest to latest.'),
};

const displayProperty = { display: Type.String({ description: 'The date in English, for people.' }) };

export const EventDateSchema = Type.Object({ ...dateProperties, ...displayProperty });

const positionProperties = {
  start: Type.Integer({ minimum: 0, description: 'In UTF-16 code units of the article’s text.' }),
  end: Type.Integer({ minimum: 0, description: 'Exclusive.' }),
};

export const TimexSchema = Type.Object(
  {
    text: Type.String(),
    ...positionProperties,
    type: wordOf(TIMEX_TYPES),
    value: Type.String({ description: 'TIMEX3 value, such as 2021-12-21, 2021-W50 or PRESENT_REF.' }),
    mod: nullable(wordOf(TIMEX_MODS)),
  },
  { description: 'The words that give the date, as TIMEX3.' },
);

export const ParticipantSchema = Type.Object({
  ...NamedSchema.properties,
  role: wordOf(PARTICIPANT_ROLES, 'Who did it, and to whom it was done.'),
});

const QuotedArticleSchema = Type.Object({
  id: Type.String(),
  file: nullable(Type.String()),
  title: nullable(Type.String()),
  publisher: nullable(Type.String()),
  url: nullable(Type.String()),
  publishedOn: nullable(DaySchema),
});

export const MentionSchema = named(
  'Mention',
  Type.Object(
    {
      id: Type.String(),
      article: QuotedArticleSchema,
      quote: Type.Object({ exact: Type.String(), ...positionProperties }),
      timex: nullable(TimexSchema),
      date: nullable(Type.Object(dateProperties)),
      anchor: AnchorSchema,
      rule: nullable(Type.String({ description: 'The rule that read the date, family first.' })),
      datedBy: nullable(
        Type.String({ description: 'The mention that dates this one, where it has no date of its own.' }),
      ),
      type: wordOf(EVENT_TYPES),
      typePattern: nullable(
        Type.String({ description: 'The pattern that gave the type, such as THREATEN/warn.' }),
      ),
      actors: Type.Array(ParticipantSchema),
      modality: wordOf(MODALITIES),
      confidence: ShareSchema,
    },
    { description: 'One article’s account of an event.' },
  ),
);

export const ConflictSchema = Type.Object(
  {
    field: wordOf(CONFLICT_FIELDS, 'What they say differently.'),
    sides: Type.Array(
      Type.Object({
        says: Type.String({ description: 'An EDTF date, a count with what is counted, or an actor’s name.' }),
        mentions: Type.Array(Type.String(), { description: 'The ids of those that say so.' }),
      }),
      { minItems: 2, description: 'The one told most often first.' },
    ),
  },
  { description: 'Accounts of one event that cannot all be right.' },
);

export const EventSchema = named(
  'Event',
  Type.Object(
    {
      id: Type.String(),
      revision: Type.Integer({
        minimum: 1,
        description: 'The data set’s revision at the event’s last change.',
      }),
      title: Type.String(),
      date: EventDateSchema,
      type: wordOf(EVENT_TYPES),
      modality: wordOf(MODALITIES),
      actors: Type.Array(ParticipantSchema),
      places: Type.Array(NamedSchema),
      confidence: ShareSchema,
      sourceCount: CountSchema,
      conflicts: Type.Array(ConflictSchema),
      mentions: Type.Array(refTo(MentionSchema)),
    },
    { description: 'What happened, told by one or more mentions.' },
  ),
);

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

export const EventSummarySchema = named(
  'EventSummary',
  Type.Object(
    {
      id: Type.String(),
      title: Type.String(),
      date: EventDateSchema,
      type: wordOf(EVENT_TYPES),
      modality: wordOf(MODALITIES),
    },
    { description: 'An event without its mentions.' },
  ),
);
