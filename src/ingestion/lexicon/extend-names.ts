import Type, { type Static } from 'typebox';
import { TimelineError } from '../../domain/errors.ts';
import {
  type ActorEntry,
  ActorEntrySchema,
  type PlaceEntry,
  PlaceEntrySchema,
  requireShape,
} from './lexicon-schema.ts';

/** An entry of a known id adds to what is known of it, so that only its id is required. */
const AddedActorSchema = Type.Object(
  { ...Type.Partial(ActorEntrySchema).properties, id: ActorEntrySchema.properties.id },
  { additionalProperties: false },
);

const AddedPlaceSchema = Type.Object(
  { ...Type.Partial(PlaceEntrySchema).properties, id: PlaceEntrySchema.properties.id },
  { additionalProperties: false },
);

/** A user's own names: `{"actors": [{"id": "russia", "aliases": ["the Bear"]}], "places": […]}`, as in `seeds/data`. */
const NamesFileSchema = Type.Object(
  {
    actors: Type.Optional(Type.Array(AddedActorSchema)),
    places: Type.Optional(Type.Array(AddedPlaceSchema)),
  },
  { additionalProperties: false },
);

export type NamesFile = Static<typeof NamesFileSchema>;

/** A user's names as their schema says; throws `BAD_CONFIG` naming the first place that is wrong. */
export const requireNames = (content: unknown, file: string): NamesFile =>
  requireShape(NamesFileSchema, content, file);

/** The bundled actors with a user's laid over them. Throws `BAD_CONFIG` for a new one without name or kind. */
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

/** The bundled places with a user's laid over them. Throws `BAD_CONFIG` for a new one that is not whole. */
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

/** Under the name that it had, it is still found. */
const renamed = (before: string | undefined, after: string | undefined): readonly string[] =>
  before === undefined || after === undefined || before === after ? [] : [before];

const incomplete = (what: string, id: string, missing: string): TimelineError =>
  new TimelineError('BAD_CONFIG', `names: the ${what} "${id}" is not known, so that it needs ${missing}`);
