import type { TimelineEvent } from '../../../domain/event/event.ts';
import { actorId, articleId, eventId, kindOfId, mentionId } from '../../../domain/event/ids.ts';
import type { ActorRecord, ArticleRecord } from '../../../store/port/event-store.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import { readEvents } from '../limits/read-events.ts';
import type { MentionSource } from './mention-source.ts';

/** The objects behind the SDL's interface `Node`. The prefix of an id names the type. */
export type NodeSource = TimelineEvent | MentionSource | ArticleRecord | ActorRecord;

const TYPE_NAMES = { event: 'Event', mention: 'Mention', article: 'Article', actor: 'Actor' } as const;

/** Synchronous, since graphql-js may not wait for it (and a compiled query cannot). */
export function typeNameOf({ id }: NodeSource): string | undefined {
  const kind = kindOfId(id);
  return kind === undefined || kind === 'place' ? undefined : TYPE_NAMES[kind];
}

export async function loadNode(
  timeline: Timeline,
  id: string,
  context: GraphqlContext,
): Promise<NodeSource | undefined> {
  switch (kindOfId(id)) {
    case 'event':
      return context.loadEvent(eventId(id));
    case 'mention':
      return loadMention(timeline, id, context);
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
  context: GraphqlContext,
): Promise<readonly (NodeSource | undefined)[]> {
  const eventIds = [...new Set(ids.filter((id) => kindOfId(id) === 'event').map(eventId))];
  const events =
    eventIds.length === 0
      ? []
      : await readEvents(
          context,
          () => timeline.getEvents(eventIds),
          (found) => found,
        );
  const eventsById = new Map<string, TimelineEvent | undefined>(eventIds.map((id, n) => [id, events[n]]));
  return Promise.all(
    ids.map((id) => (eventsById.has(id) ? eventsById.get(id) : loadNode(timeline, id, context))),
  );
}

/** The id of a merged event leads to the one that stayed. Throws `PURGED` for an event that rested on a purged article alone. */
export async function loadEvent(timeline: Timeline, id: string): Promise<TimelineEvent | undefined> {
  if (kindOfId(id) !== 'event') return undefined;
  const [event] = await timeline.getEvents([eventId(id)]);
  if (event !== undefined) return event;
  const found = await timeline.lookUpEvent(eventId(id));
  return found.kind === 'merged' ? loadEvent(timeline, found.into) : undefined;
}

async function loadMention(
  timeline: Timeline,
  id: string,
  { loadEvent }: GraphqlContext,
): Promise<MentionSource | undefined> {
  const found = await timeline.getEventIdOfMention(mentionId(id));
  const event = found && (await loadEvent(found));
  const mention = event?.mentions.find((each) => each.id === id);
  return event && mention && { ...mention, event };
}
