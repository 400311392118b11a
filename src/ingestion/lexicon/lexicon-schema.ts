import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { TimelineError } from '../../domain/errors.ts';

const Words = Type.Array(Type.String({ minLength: 1 }));
const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** A possible actor. `side` is the id of the actor that it acts for. */
export const ActorEntrySchema = Type.Object({
  id: Id,
  name: Type.String({ minLength: 1 }),
  kind: Type.Union([
    Type.Literal('STATE'),
    Type.Literal('ORGANIZATION'),
    Type.Literal('PERSON'),
    Type.Literal('MEDIA'),
  ]),
  side: Type.Optional(Id),
  aliases: Type.Optional(Words),
  metonyms: Type.Optional(Words),
  demonyms: Type.Optional(Words),
  offices: Type.Optional(
    Type.Array(
      Type.Object({
        names: Words,
        /** The first and the last day in office, inclusive. */
        from: Type.String(),
        to: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  ),
});

export const ActorsFileSchema = Type.Object({
  titles: Words,
  femaleNames: Words,
  maleNames: Words,
  eitherNames: Words,
  collectives: Words,
  organizationNouns: Words,
  landNouns: Words,
  craftNouns: Words,
  actors: Type.Array(ActorEntrySchema),
});

export const PlaceEntrySchema = Type.Object({
  id: Id,
  name: Type.String({ minLength: 1 }),
  kind: Type.Union([Type.Literal('CITY'), Type.Literal('REGION'), Type.Literal('COUNTRY')]),
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
  aliases: Type.Optional(Words),
});

export const PlacesFileSchema = Type.Object({
  /** The source of the coordinates, for readers of the file. */
  source: Type.String(),
  places: Type.Array(PlaceEntrySchema),
});

export const EventPatternSchema = Type.Object({
  type: Type.String(),
  pos: Type.Union([Type.Literal('VERB'), Type.Literal('NOUN'), Type.Literal('ADJ')]),
  lemmas: Words,
  with: Type.Optional(Words),
  also: Type.Optional(Words),
  adjacent: Type.Optional(Type.Boolean()),
  spoken: Type.Optional(Type.Boolean()),
});

export const EventTypesFileSchema = Type.Object({
  speech: Words,
  speechNouns: Words,
  intent: Words,
  light: Words,
  patterns: Type.Array(EventPatternSchema),
});

/** The subjects of stories, each with the words that point to it. */
export const SubjectsFileSchema = Type.Object({
  subjects: Type.Array(
    Type.Object({ id: Id, name: Type.String({ minLength: 1 }), strong: Words, weak: Words }),
  ),
});

export type ActorEntry = Static<typeof ActorEntrySchema>;
export type PlaceEntry = Static<typeof PlaceEntrySchema>;
export type EventPatternEntry = Static<typeof EventPatternSchema>;

/** Checks a file's content against its schema. Throws `BAD_CONFIG` naming the file and the first wrong place. */
export function requireShape<T extends TSchema>(schema: T, content: unknown, file: string): Static<T> {
  if (Value.Check(schema, content)) return content;
  const [problem] = Value.Errors(schema, content);
  const rule = problem?.keyword === 'boolean' ? 'is not a field of this file' : problem?.message;
  throw new TimelineError(
    'BAD_CONFIG',
    `${file}: ${problem?.instancePath || 'the whole'} ${rule ?? 'is not of its shape'}`,
  );
}
