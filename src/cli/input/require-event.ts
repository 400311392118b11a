import { TimelineError } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import {
  type ArticleId,
  articleId,
  type EventId,
  eventId,
  kindOfId,
  type MentionId,
  mentionId,
} from '../../domain/event/ids.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { complain } from '../output/print.ts';

/** The id of an event, as the user typed it; throws `NOT_FOUND` for a text that is no such id. */
export function requireEventId(id: string): EventId {
  if (kindOfId(id) !== 'event') throw new TimelineError('NOT_FOUND', `"${id}" is not the id of an event`);
  return eventId(id);
}

export function requireMentionId(id: string): MentionId {
  if (kindOfId(id) !== 'mention') throw new TimelineError('NOT_FOUND', `"${id}" is not the id of a mention`);
  return mentionId(id);
}

export function requireArticleId(id: string): ArticleId {
  if (kindOfId(id) !== 'article') throw new TimelineError('NOT_FOUND', `"${id}" is not the id of an article`);
  return articleId(id);
}

/** The event of an id, or the event that it was merged into, with a line that says so; else throws `NOT_FOUND`. */
export async function requireEvent(timeline: Timeline, id: string): Promise<TimelineEvent> {
  const found = await timeline.lookUpEvent(eventId(id));
  switch (found.kind) {
    case 'found':
      return found.event;
    case 'merged':
      complain(`${id} was merged into ${found.into}`);
      return requireEvent(timeline, found.into);
    case 'withdrawn':
      throw new TimelineError('NOT_FOUND', `${id} was withdrawn at revision ${found.revision}`);
    case 'hidden':
      throw new TimelineError('NOT_FOUND', `${id} was hidden at revision ${found.revision}`);
    case 'unknown':
      throw new TimelineError('NOT_FOUND', `there is no event ${id}`);
  }
}
