import { TimelineError } from '../../domain/errors.ts';
import { type ActorId, actorId, kindOfId } from '../../domain/event/ids.ts';
import type { NameRecord, Participant } from '../../domain/event/mention.ts';
import { actorRecordOf, actorsNamed, type Lexicon } from '../../ingestion/lexicon/lexicon.ts';
import { slugOfName } from '../../ingestion/lexicon/slug-of-name.ts';
import type { TimelineUnit } from '../../store/port/event-store.ts';

const MOST_ACTORS = 50;
const LONGEST_NAME = 80;

/** The actors that an editor names, and those of them that the lexicon knows and the store does not yet. */
export interface NamedActors {
  readonly participants: readonly Participant[];
  readonly introduced: readonly NameRecord<ActorId>[];
}

/**
 * Finds the actors that an editor names by id, name or alias, in the given order. An alias of one actor means that actor
 * (`Putin`). An alias of several actors and an unknown name make an actor of that name: `Ada Lovelace` → `act_ada-lovelace`.
 * Throws `NOT_FOUND` for an unknown id. Ids alone need no lexicon.
 */
export async function nameActors(
  unit: TimelineUnit,
  names: readonly string[],
  lexicon: Lexicon | undefined,
): Promise<NamedActors> {
  const found = await Promise.all(
    names.map((name) =>
      lexicon === undefined || isActorId(name) ? actorOfId(unit, name) : actorOfName(unit, lexicon, name),
    ),
  );
  const ids = found.map(({ actor }) => actor.id);
  const actors = found.filter(({ actor }, place) => ids.indexOf(actor.id) === place);
  return {
    participants: actors.map(({ actor: { id, name } }) => ({ id, name, role: 'ACTOR' })),
    introduced: actors.flatMap(({ actor, isNew }) => (isNew ? [actor] : [])),
  };
}

/** The names without white space around them; throws `BAD_EDIT` for too many names, and for an empty or too long name. */
export function checkedNames(names: readonly string[]): readonly string[] {
  if (names.length > MOST_ACTORS)
    throw new TimelineError('BAD_EDIT', `an event has at most ${MOST_ACTORS} actors, not ${names.length}`);
  return names.map((name) => checkedName(name.trim()));
}

function checkedName(name: string): string {
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  throw new TimelineError('BAD_EDIT', `"${name.slice(0, LONGEST_NAME)}" is not a name of 1 to 80 characters`);
}

export const isActorId = (name: string): boolean => kindOfId(name) === 'actor';

interface FoundActor {
  readonly actor: NameRecord<ActorId>;
  readonly isNew: boolean;
}

async function actorOfId(unit: TimelineUnit, id: string): Promise<FoundActor> {
  const actor = await unit.getActor(actorId(id));
  if (actor === undefined) throw new TimelineError('NOT_FOUND', `there is no actor "${id}"`);
  return { actor, isNew: false };
}

async function actorOfName(unit: TimelineUnit, lexicon: Lexicon, name: string): Promise<FoundActor> {
  const inStore = (await unit.findActors(name)).map(({ id }) => id);
  const candidates = new Set([...actorsNamed(lexicon, name), ...inStore]);
  const [only] = candidates.size === 1 ? candidates : [];
  const id = only ?? actorId(`act_${slugOfName(name)}`);
  const known = await unit.getActor(id);
  if (known !== undefined) return { actor: known, isNew: false };
  return { actor: actorRecordOf(lexicon, id) ?? { id, name, aliases: [] }, isNew: true };
}
