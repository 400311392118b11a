import { type DayBounds, dayBoundsOf } from '../domain/event-date.ts';
import type { Mention } from '../domain/mention.ts';
import type { EventStore, JoinCandidates, JoinSubject } from '../store/event-store.ts';

/** The spans of days that mentions speak of, each once. */
export function boundsOf(mentions: readonly Mention[]): readonly DayBounds[] {
  const bounds = new Map<string, DayBounds>();
  for (const { date } of mentions)
    if (date !== null) bounds.set(`${date.earliest}/${date.latest}`, dayBoundsOf(date));
  return [...bounds.values()];
}

/**
 * The events of a subject, and all that their mentions could be joined to: what taking events apart has to look at.
 * Undefined when another writer came in between.
 */
export async function readNeighbourhood(
  store: EventStore,
  subject: Pick<JoinSubject, 'articles' | 'events'>,
): Promise<JoinCandidates | undefined> {
  const core = await store.readJoinCandidates({ ...subject, bounds: [], mentions: [] });
  const mentions = core.events.flatMap((event) => event.mentions);
  const around = await store.readJoinCandidates({
    ...subject,
    bounds: boundsOf(mentions),
    mentions: mentions.map(({ id }) => id),
  });
  return around.revision === core.revision ? around : undefined;
}
