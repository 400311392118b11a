import { foldName } from '../../domain/event/fold-name.ts';
import { type ActorId, actorId, type PlaceId } from '../../domain/event/ids.ts';
import type { Actor, Mention, NameRecord } from '../../domain/event/mention.ts';
import { type EventPattern, patternsByLemma } from './event-patterns.ts';
import { extendActors, extendPlaces, type NamesFile } from './extend-names.ts';
import {
  type ActorEntry,
  ActorsFileSchema,
  EventTypesFileSchema,
  type PlaceEntry,
  PlacesFileSchema,
  requireShape,
  SubjectsFileSchema,
} from './lexicon-schema.ts';
import { actorOf, aliasesOf, type NameMeaning, nameMeanings, placeOf } from './name-meanings.ts';
import type { NameTrie } from './name-trie.ts';
import { type SubjectWords, subjectWordsOf } from './subject-words.ts';
import { type Titles, titlesOf } from './titles.ts';

export type Gender = 'FEMALE' | 'MALE';

/** Names, titles and event words for extraction. `parseLexicon` makes it from plain data. */
export interface Lexicon {
  readonly names: NameTrie<NameMeaning>;
  /** By actor id (`act_…`). */
  readonly actors: ReadonlyMap<string, ActorEntry>;
  readonly places: ReadonlyMap<string, PlaceEntry>;
  readonly titles: Titles;
  /** First names of people in lower case, each with the gender of those who bear it; null for both. */
  readonly givenNames: ReadonlyMap<string, Gender | null>;
  readonly collectives: ReadonlySet<string>;
  readonly organizationNouns: ReadonlySet<string>;
  /** Words that mark a name as that of a place (`landNouns`), or of a thing (`craftNouns`: "Shuttle"). */
  readonly landNouns: ReadonlySet<string>;
  readonly craftNouns: ReadonlySet<string>;
  readonly patterns: ReadonlyMap<string, readonly EventPattern[]>;
  readonly speech: ReadonlySet<string>;
  readonly speechNouns: ReadonlySet<string>;
  readonly intent: ReadonlySet<string>;
  readonly light: ReadonlySet<string>;
  /** By lemma, the subjects that a word speaks for, each with its points. */
  readonly subjectWords: SubjectWords;
}

/**
 * Reads the four files of `seeds/data` and extends them by a user's names. Throws `BAD_CONFIG` naming the
 * file and the malformed entry.
 */
export function parseLexicon(
  files: { actors: unknown; places: unknown; eventTypes: unknown; subjects: unknown },
  names: NamesFile = {},
): Lexicon {
  const actors = requireShape(ActorsFileSchema, files.actors, 'actors');
  const actorEntries = extendActors(actors.actors, names.actors);
  const placeEntries = extendPlaces(
    requireShape(PlacesFileSchema, files.places, 'places').places,
    names.places,
  );
  const types = requireShape(EventTypesFileSchema, files.eventTypes, 'event-types');
  const { subjects } = requireShape(SubjectsFileSchema, files.subjects, 'subjects');
  return {
    names: nameMeanings(actorEntries, placeEntries),
    actors: new Map(actorEntries.map((entry) => [actorOf(entry).id, entry])),
    places: new Map(placeEntries.map((entry) => [placeOf(entry).id, entry])),
    titles: titlesOf(actors.titles),
    givenNames: new Map([
      ...actors.eitherNames.map((name) => [name.toLowerCase(), null] as const),
      ...actors.femaleNames.map((name) => [name.toLowerCase(), 'FEMALE'] as const),
      ...actors.maleNames.map((name) => [name.toLowerCase(), 'MALE'] as const),
    ]),
    collectives: new Set(actors.collectives),
    organizationNouns: new Set(actors.organizationNouns),
    landNouns: new Set(actors.landNouns),
    craftNouns: new Set(actors.craftNouns),
    patterns: patternsByLemma(types.patterns),
    speech: new Set(types.speech),
    speechNouns: new Set(types.speechNouns),
    intent: new Set(types.intent),
    light: new Set(types.light),
    subjectWords: subjectWordsOf(subjects),
  };
}

/** All names of the actors and places in some mentions, each once, for look-up. */
export function namesOf(
  lexicon: Lexicon,
  mentions: readonly Mention[],
): { actors: NameRecord<ActorId>[]; places: NameRecord<PlaceId>[] } {
  const actors = new Map(
    mentions.flatMap((mention) => mention.actors.map((actor) => [actor.id, actor.name] as const)),
  );
  const places = new Map(
    mentions.flatMap((mention) => mention.places.map((place) => [place.id, place.name] as const)),
  );
  return {
    actors: Array.from(actors, ([id, name]) => ({ id, name, aliases: aliasesOf(lexicon.actors.get(id)) })),
    places: Array.from(places, ([id, name]) => ({
      id,
      name,
      aliases: lexicon.places.get(id)?.aliases ?? [],
    })),
  };
}

/** The actor of an id in the tables, with its names: `act_vladimir-putin` → Vladimir Putin, also "Putin". */
export function actorRecordOf({ actors }: Lexicon, id: string): NameRecord<ActorId> | undefined {
  const entry = actors.get(id);
  return entry && { ...actorOf(entry), aliases: aliasesOf(entry) };
}

/** The ids of the actors that a name or alias may mean: "Putin" → Vladimir Putin, "Russian president" → three persons. */
export function actorsNamed({ actors }: Lexicon, name: string): readonly ActorId[] {
  const folded = foldName(name);
  return [...actors.values()]
    .filter((entry) => [entry.name, ...aliasesOf(entry)].some((known) => foldName(known) === folded))
    .map((entry) => actorOf(entry).id);
}

/** The states that some actors act for: Sergei Lavrov → Russia. */
export const sidesOf = (actors: readonly Actor[], lexicon: Lexicon): readonly Actor[] =>
  actors.flatMap(({ id }) => {
    const side = lexicon.actors.get(id)?.side;
    const entry = side === undefined ? undefined : lexicon.actors.get(actorId(`act_${side}`));
    return entry === undefined ? [] : [actorOf(entry)];
  });
