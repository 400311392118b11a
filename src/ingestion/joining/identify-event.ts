import { createHash } from 'node:crypto';
import type { TimelineEvent } from '../../domain/event/event.ts';
import { type EventId, eventId, type MentionId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';

const ID_DIGITS = 20;

/** The id of a new event: `evt_` and 20 hex digits of the SHA-256 over its first mention's id. */
export function mintEventId(mention: MentionId): EventId {
  return eventId(`evt_${createHash('sha256').update(mention).digest('hex').slice(0, ID_DIGITS)}`);
}

/** Finds the part of a new partition that continues each known event. A known event without such a part has ended. */
export function successorsOf(
  known: readonly TimelineEvent[],
  parts: readonly (readonly Mention[])[],
): ReadonlyMap<EventId, number> {
  const partOf = new Map<MentionId, number>();
  for (const [part, mentions] of parts.entries()) for (const { id } of mentions) partOf.set(id, part);
  const successors = new Map<EventId, number>();
  for (const event of known) {
    const part = successorOf(event, partOf);
    if (part !== undefined) successors.set(event.id, part);
  }
  return successors;
}

/** The part with the mention that the id was minted from, else the one with most of the event's mentions. */
function successorOf(event: TimelineEvent, partOf: ReadonlyMap<MentionId, number>): number | undefined {
  const counts = new Map<number, number>();
  for (const { id } of event.mentions) {
    const part = partOf.get(id);
    if (part !== undefined) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const parts = [...counts].sort(([a, inA], [b, inB]) => inB - inA || a - b).map(([part]) => part);
  if (parts.length < 2) return parts[0];
  const first = event.mentions.find(({ id }) => partOf.has(id) && mintEventId(id) === event.id);
  return (first && partOf.get(first.id)) ?? parts[0];
}
