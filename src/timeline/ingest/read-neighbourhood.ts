import type { StandingDecision } from '../../domain/event/decision.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { listJoinKeys } from '../../ingestion/joining/join-keys.ts';
import { comparedMentions, linkedEvents } from '../../ingestion/joining/linked-events.ts';
import type { JoinCandidates, JoinKeys, JoinSubject, TimelineUnit } from '../../store/port/event-store.ts';
import { renewJoinKeys } from './renew-join-keys.ts';

/**
 * The events of a subject, the events that could join them or the given mentions, the events that could join those, and so on.
 * Joining these events gives the same result as joining all events of the store.
 */
export async function readNeighbourhood(
  unit: TimelineUnit,
  subject: Pick<JoinSubject, 'articles' | 'events'>,
  mentions: readonly Mention[] = [],
): Promise<Omit<JoinCandidates, 'revision'>> {
  await renewJoinKeys(unit);
  const ids = mentions.map(({ id }) => id);
  const core = await unit.readJoinCandidates({ ...subject, accounts: [], mentions: ids });
  const events = new Map<EventId, TimelineEvent>(core.events.map((event) => [event.id, event]));
  const decisions = new Map(core.decisions.map((decision) => [decision.key, decision]));
  const searched = new Set<string>();
  let frontier = [...mentions, ...core.events.flatMap(comparedMentions)];
  while (frontier.length > 0) {
    const around = await unit.readJoinCandidates({
      articles: [],
      events: [],
      accounts: listJoinKeys(frontier).filter((keys) => isNew(searched, keys)),
      mentions: frontier.map(({ id }) => id),
    });
    const others = around.events.filter(({ id }) => !events.has(id));
    const found = new Set([...linkedEvents(frontier, others), ...decidedAbout(around.decisions, others)]);
    for (const event of found) events.set(event.id, event);
    for (const decision of around.decisions) decisions.set(decision.key, decision);
    frontier = [...found].flatMap(comparedMentions);
  }
  return {
    events: [...events.values()],
    decisions: [...decisions.values()].sort((a, b) => a.key - b.key),
  };
}

/** Whether keys have not been searched yet. Many mentions of one event share their keys. */
function isNew(searched: Set<string>, { bounds, participants, acts, names, words }: JoinKeys): boolean {
  const before = searched.size;
  return searched.add(JSON.stringify([bounds, participants, acts, names, words])).size > before;
}

/** Events that an editor has put together with another event. */
function decidedAbout(
  decisions: readonly StandingDecision[],
  events: readonly TimelineEvent[],
): readonly TimelineEvent[] {
  const decided = new Set(decisions.flatMap((each) => (each.kind === 'TOGETHER' ? each.mentions : [])));
  return events.filter(({ mentions }) => mentions.some(({ id }) => decided.has(id)));
}
