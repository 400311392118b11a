import Type, { type Static } from 'typebox';
import { TimelineError } from '../../domain/errors.ts';
import {
  type ActorEntry,
  ActorEntrySchema,
  type PlaceEntry,
  PlaceEntrySchema,
  requireShape,
} from './lexicon-schema.ts';

/** An entry with a known id extends the known entry, so that only the id is required. */
const AddedActorSchema = Type.Object(
  { ...Type.Partial(ActorEntrySchema).properties, id: ActorEntrySchema.properties.id },
  { additionalProperties: false },
);

const AddedPlaceSchema = Type.Object(
  { ...Type.Partial(PlaceEntrySchema).properties, id: PlaceEntrySchema.properties.id },
  { additionalProperties: false },
);

/** A user's own names, as in `seeds/data`: `{"actors": [{"id": "russia", "aliases": ["the Bear"]}], "places": […]}`. */
const NamesFileSchema = Type.Object(
  {
    actors: Type.Optional(Type.Array(AddedActorSchema)),
    places: Type.Optional(Type.Array(AddedPlaceSchema)),
  },
  { additionalProperties: false },
);

export type NamesFile = Static<typeof NamesFileSchema>;

/** Checks a user's names. Throws `BAD_CONFIG` naming the first wrong place. */
export const requireNames = (content: unknown, file: string): NamesFile =>
  requireShape(NamesFileSchema, content, file);

/** The bundled actors, extended by a user's. Throws `BAD_CONFIG` for a new actor without name or kind. */
export function extendActors(
  known: readonly ActorEntry[],
  added: NamesFile['actors'] = [],
): readonly ActorEntry[] {
  const entries = new Map(known.map((entry) => [entry.id, entry]));
  for (const { id, ...rest } of added) {
    const before = entries.get(id);
    const [name, kind] = [rest.name ?? before?.name, rest.kind ?? before?.kind];
    if (name === undefined || kind === undefined) throw incomplete('actor', id, 'a name and a kind');
    entries.set(id, {
      ...before,
      ...rest,
      id,
      name,
      kind,
      aliases: [...(before?.aliases ?? []), ...(rest.aliases ?? []), ...renamed(before?.name, name)],
      metonyms: [...(before?.metonyms ?? []), ...(rest.metonyms ?? [])],
      demonyms: [...(before?.demonyms ?? []), ...(rest.demonyms ?? [])],
      offices: [...(before?.offices ?? []), ...(rest.offices ?? [])],
    });
  }
  for (const { id, side } of entries.values())
    if (side !== undefined && !entries.has(side))
      throw new TimelineError('BAD_CONFIG', `names: the side "${side}" of the actor "${id}" is no actor`);
  return [...entries.values()];
}

/** The bundled places, extended by a user's. Throws `BAD_CONFIG` for a new place with a missing field. */
export function extendPlaces(
  known: readonly PlaceEntry[],
  added: NamesFile['places'] = [],
): readonly PlaceEntry[] {
  const entries = new Map(known.map((entry) => [entry.id, entry]));
  for (const { id, ...rest } of added) {
    const before = entries.get(id);
    const { name, kind, latitude, longitude, ...more } = { ...before, ...rest };
    if (name === undefined || kind === undefined || latitude === undefined || longitude === undefined)
      throw incomplete('place', id, 'a name, a kind, a latitude and a longitude');
    const names = [...(before?.aliases ?? []), ...(rest.aliases ?? []), ...renamed(before?.name, name)];
    entries.set(id, { ...more, id, name, kind, latitude, longitude, aliases: names });
  }
  return [...entries.values()];
}

/** A renamed entry is still found under its former name. */
const renamed = (before: string | undefined, after: string | undefined): readonly string[] =>
  before === undefined || after === undefined || before === after ? [] : [before];

const incomplete = (what: string, id: string, missing: string): TimelineError =>
  new TimelineError('BAD_CONFIG', `names: the ${what} "${id}" is not known, so that it needs ${missing}`);
