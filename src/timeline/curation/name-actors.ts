import { TimelineError } from '../../domain/errors.ts';
import { actorId, kindOfId } from '../../domain/event/ids.ts';
import type { Participant } from '../../domain/event/mention.ts';
import { slugOfName } from '../../ingestion/lexicon/slug-of-name.ts';
import type { EventStore } from '../../store/port/event-store.ts';

const MOST_ACTORS = 50;
const LONGEST_NAME = 80;

/**
 * The actors that an editor names, in that order: by the id of a known one, or by a name, which gives the id itself
 * (`Ada Lovelace` → `act_ada-lovelace`). `BAD_EDIT` for a name that is empty or too long, `NOT_FOUND` for an unknown id.
 */
export async function nameActors(
  store: EventStore,
  named: readonly string[],
): Promise<readonly Participant[]> {
  if (named.length > MOST_ACTORS)
    throw new TimelineError('BAD_EDIT', `an event has at most ${MOST_ACTORS} actors, not ${named.length}`);
  const actors = await Promise.all(named.map((each) => nameActor(store, each.trim())));
  return [...new Map(actors.map((actor) => [actor.id, actor])).values()];
}

async function nameActor(store: EventStore, named: string): Promise<Participant> {
  if (named === '' || named.length > LONGEST_NAME)
    throw new TimelineError(
      'BAD_EDIT',
      `"${named.slice(0, LONGEST_NAME)}" is not a name of 1 to 80 characters`,
    );
  const isId = kindOfId(named) === 'actor';
  const id = actorId(isId ? named : `act_${slugOfName(named)}`);
  const known = await store.getActor(id);
  if (isId && known === undefined) throw new TimelineError('NOT_FOUND', `there is no actor "${named}"`);
  return { id, name: known?.name ?? named, role: 'ACTOR' };
}
