import { actorId, placeId } from '../../domain/event/ids.ts';
import type { Actor, Place } from '../../domain/event/mention.ts';
import type { ActorEntry, PlaceEntry } from './lexicon-schema.ts';
import { NameTrie } from './name-trie.ts';

/** The meaning of a name. The capital of a state means the state as an actor, and the city as a place. */
export type NameMeaning =
  | { readonly kind: 'ACTOR' | 'DEMONYM'; readonly entry: ActorEntry }
  | { readonly kind: 'OFFICE'; readonly entry: ActorEntry; readonly from: string; readonly to: string | null }
  | { readonly kind: 'PLACE'; readonly entry: PlaceEntry };

/** `russia` → `act_russia`, Russia. */
export const actorOf = ({ id, name }: ActorEntry): Actor => ({ id: actorId(`act_${id}`), name });

export const placeOf = ({ id, name }: PlaceEntry): Place => ({ id: placeId(`plc_${id}`), name });

/** Every name of the lexicon with all its meanings. */
export function nameMeanings(
  actors: readonly ActorEntry[],
  places: readonly PlaceEntry[],
): NameTrie<NameMeaning> {
  const names = new NameTrie<NameMeaning>();
  for (const entry of actors) {
    for (const name of [entry.name, ...(entry.aliases ?? []), ...(entry.metonyms ?? [])])
      names.add(name, { kind: 'ACTOR', entry });
    for (const name of entry.demonyms ?? []) names.add(name, { kind: 'DEMONYM', entry });
    for (const { names: offices, from, to } of entry.offices ?? [])
      for (const name of offices) names.add(name, { kind: 'OFFICE', entry, from, to });
  }
  for (const entry of places)
    for (const name of [entry.name, ...(entry.aliases ?? [])]) names.add(name, { kind: 'PLACE', entry });
  return names;
}

/** The other names of an actor; none for an actor that the lexicon lacks. */
export const aliasesOf = (entry: ActorEntry | undefined): readonly string[] =>
  entry === undefined
    ? []
    : [
        ...(entry.aliases ?? []),
        ...(entry.metonyms ?? []),
        ...(entry.offices ?? []).flatMap(({ names }) => names),
      ];
