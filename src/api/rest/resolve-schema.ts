import Type from 'typebox';
import { RESOLUTION_MODES } from '../../domain/time/resolution.ts';
import { EventDateSchema, TimexSchema } from './event-schema.ts';
import { AnchorSchema, CountSchema, named, nullable, ShareSchema, wordOf } from './schema-parts.ts';

/** In UTF-16 code units: what fits a URL, and what is still read in a blink. */
const LONGEST_QUERY_TEXT = 2_000;
const LONGEST_BODY_TEXT = 50_000;
/** JSON may write a code unit as six bytes (`\u0000`). */
export const LARGEST_RESOLVE_BODY = LONGEST_BODY_TEXT * 6 + 1_000;

const inputSchema = (maxLength: number) =>
  Type.Object(
    {
      text: Type.String({ maxLength, description: 'English text.' }),
      anchor: Type.Optional(
        Type.String({
          format: 'date',
          description: 'The day it was written; the timeline’s own by default.',
        }),
      ),
      mode: Type.Optional(
        wordOf(
          RESOLUTION_MODES,
          'How it tells its times: from the anchor, or from the time it spoke of last; told from the text by default.',
        ),
      ),
    },
    { additionalProperties: false },
  );

export const ResolveQuerySchema = inputSchema(LONGEST_QUERY_TEXT);
export const ResolveBodySchema = inputSchema(LONGEST_BODY_TEXT);

const ReferenceSchema = Type.Object(
  {
    kind: wordOf(['ANCHOR', 'EXPRESSION', 'NONE']),
    start: Type.Optional(CountSchema),
    end: Type.Optional(CountSchema),
  },
  { description: 'What the value was computed from.' },
);

export const ResolvedSchema = Type.Object({
  kind: Type.Literal('resolved'),
  timex: TimexSchema,
  date: nullable(EventDateSchema),
  rule: Type.String(),
  because: Type.String({ description: 'Why the rule reads it so, for people.' }),
  alternatives: Type.Array(Type.Object({ value: Type.String(), because: Type.String() }), {
    description: 'What else it could have meant, as TIMEX3 values, and why it was not taken to.',
  }),
  direction: nullable(wordOf(['PAST', 'PRESENT', 'FUTURE'])),
  reference: ReferenceSchema,
  confidence: ShareSchema,
});

const UnresolvedSchema = Type.Object({
  kind: Type.Literal('unresolved'),
  text: Type.String(),
  start: CountSchema,
  end: CountSchema,
  rule: Type.String(),
  reason: Type.String(),
});

export const ResolutionsSchema = named(
  'Resolutions',
  Type.Object(
    {
      anchor: AnchorSchema,
      expressions: Type.Array(Type.Union([ResolvedSchema, UnresolvedSchema])),
    },
    { description: 'The time expressions of a text, in its order.' },
  ),
);
