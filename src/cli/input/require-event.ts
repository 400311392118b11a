import { TimelineError } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventId } from '../../domain/event/ids.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { complain } from '../output/output.ts';

/** The event of an id, or the one that it was merged into, which is said; throws `NOT_FOUND` for any other. */
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
      throw new TimelineError('NOT_FOUND', `${id} was hidden by an editor at revision ${found.revision}`);
    case 'unknown':
      throw new TimelineError('NOT_FOUND', `there is no event ${id}`);
  }
}
