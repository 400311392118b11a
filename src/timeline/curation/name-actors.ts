import { TimelineError } from '../../domain/errors.ts';
import { type ActorId, actorId, kindOfId } from '../../domain/event/ids.ts';
import type { NameRecord, Participant } from '../../domain/event/mention.ts';
import { actorRecordOf, actorsNamed, type Lexicon } from '../../ingestion/lexicon/lexicon.ts';
import { slugOfName } from '../../ingestion/lexicon/slug-of-name.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import type { IngestTools } from '../ingest/read-article.ts';

const MOST_ACTORS = 50;
const LONGEST_NAME = 80;

/** The actors that an editor names, and those of them that the lexicon knows and the store does not yet. */
export interface NamedActors {
  readonly participants: readonly Participant[];
  readonly introduced: readonly NameRecord<ActorId>[];
}

/**
 * Finds the actors that an editor names by id, name or alias, in the given order. An alias of one actor means that actor
 * (`Putin`). An alias of several, like a name that is not known, makes an actor of its own (`Ada Lovelace` →
 * `act_ada-lovelace`). `BAD_EDIT` for a name that is empty or too long, `NOT_FOUND` for an unknown id.
 */
export async function nameActors(
  { store, loadTools }: { readonly store: EventStore; readonly loadTools: () => Promise<IngestTools> },
  named: readonly string[],
): Promise<NamedActors> {
  if (named.length > MOST_ACTORS)
    throw new TimelineError('BAD_EDIT', `an event has at most ${MOST_ACTORS} actors, not ${named.length}`);
  const names = named.map((each) => checkedName(each.trim()));
  // The tools are loaded for names alone: loading takes a second, and an id needs none of them.
  const lexicon = names.every(isActorId) ? undefined : (await loadTools()).lexicon;
  const found = await Promise.all(
    names.map((name) =>
      lexicon === undefined || isActorId(name) ? actorOfId(store, name) : actorOfName(store, lexicon, name),
    ),
  );
  const ids = found.map(({ actor }) => actor.id);
  const actors = found.filter(({ actor }, place) => ids.indexOf(actor.id) === place);
  return {
    participants: actors.map(({ actor: { id, name } }) => ({ id, name, role: 'ACTOR' })),
    introduced: actors.flatMap(({ actor, isNew }) => (isNew ? [actor] : [])),
  };
}

function checkedName(name: string): string {
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  throw new TimelineError('BAD_EDIT', `"${name.slice(0, LONGEST_NAME)}" is not a name of 1 to 80 characters`);
}

const isActorId = (name: string): boolean => kindOfId(name) === 'actor';

interface FoundActor {
  readonly actor: NameRecord<ActorId>;
  readonly isNew: boolean;
}

async function actorOfId(store: EventStore, id: string): Promise<FoundActor> {
  const actor = await store.getActor(actorId(id));
  if (actor === undefined) throw new TimelineError('NOT_FOUND', `there is no actor "${id}"`);
  return { actor, isNew: false };
}

async function actorOfName(store: EventStore, lexicon: Lexicon, name: string): Promise<FoundActor> {
  const inStore = (await store.findActors(name)).map(({ id }) => id);
  const candidates = new Set([...actorsNamed(lexicon, name), ...inStore]);
  const [only] = candidates.size === 1 ? candidates : [];
  const id = only ?? actorId(`act_${slugOfName(name)}`);
  const known = await store.getActor(id);
  if (known !== undefined) return { actor: known, isNew: false };
  return { actor: actorRecordOf(lexicon, id) ?? { id, name, aliases: [] }, isNew: true };
}
