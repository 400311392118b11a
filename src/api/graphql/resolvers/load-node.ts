import type { TimelineEvent } from '../../../domain/event/event.ts';
import { actorId, articleId, eventId, kindOfId, mentionId } from '../../../domain/event/ids.ts';
import type { ActorRecord, ArticleRecord } from '../../../store/port/event-store.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { MentionSource } from './mention-source.ts';

/** The objects behind the SDL's interface `Node`. The prefix of an id names the type. */
export type NodeSource = TimelineEvent | MentionSource | ArticleRecord | ActorRecord;

const TYPE_NAMES = { event: 'Event', mention: 'Mention', article: 'Article', actor: 'Actor' } as const;

/** Synchronous, since graphql-js may not wait for it (and a compiled query cannot). */
export function typeNameOf({ id }: NodeSource): string | undefined {
  const kind = kindOfId(id);
  return kind === undefined || kind === 'place' ? undefined : TYPE_NAMES[kind];
}

export async function loadNode(timeline: Timeline, id: string): Promise<NodeSource | undefined> {
  switch (kindOfId(id)) {
    case 'event':
      return loadEvent(timeline, id);
    case 'mention':
      return loadMention(timeline, id);
    case 'article':
      return timeline.getArticleRecord(articleId(id));
    case 'actor':
      return timeline.getActor(actorId(id));
    case 'place':
    case undefined:
      return undefined;
  }
}

/** In the order of the ids; the events among them are read at once. */
export async function loadNodes(
  timeline: Timeline,
  ids: readonly string[],
): Promise<readonly (NodeSource | undefined)[]> {
  const eventIds = ids.filter((id) => kindOfId(id) === 'event').map(eventId);
  const events = eventIds.length === 0 ? [] : await timeline.getEvents(eventIds);
  const eventsById = new Map<string, TimelineEvent | undefined>(eventIds.map((id, n) => [id, events[n]]));
  return Promise.all(ids.map((id) => (eventsById.has(id) ? eventsById.get(id) : loadNode(timeline, id))));
}

/** The id of a merged event leads to the one that stayed. Throws `PURGED` for an event that rested on a purged article alone. */
export async function loadEvent(timeline: Timeline, id: string): Promise<TimelineEvent | undefined> {
  if (kindOfId(id) !== 'event') return undefined;
  const [event] = await timeline.getEvents([eventId(id)]);
  if (event !== undefined) return event;
  const found = await timeline.lookUpEvent(eventId(id));
  return found.kind === 'merged' ? loadEvent(timeline, found.into) : undefined;
}

async function loadMention(timeline: Timeline, id: string): Promise<MentionSource | undefined> {
  const found = await timeline.getMention(mentionId(id));
  if (found === undefined) return undefined;
  const event = await loadEvent(timeline, found.eventId);
  return event && { ...found.mention, event };
}
