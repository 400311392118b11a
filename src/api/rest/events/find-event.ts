import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import { type EventId, eventId, kindOfId } from '../../../domain/event/ids.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import { RequestError } from '../errors/request-error.ts';

/** The path parameters of every resource of one event. */
export const EventParamsSchema = Type.Object({ id: Type.String({ description: 'Such as evt_….' }) });

/** Throws `NOT_FOUND` for a text that is no event's id. */
export function requireEventId(text: string): EventId {
  if (kindOfId(text) !== 'event') throw new TimelineError('NOT_FOUND', `"${text}" is not the id of an event`);
  return eventId(text);
}

/** The event of an id, or the id of the event it was merged into; throws for an unknown, withdrawn or hidden event. */
export async function findEvent(
  timeline: Timeline,
  id: EventId,
): Promise<
  | { readonly kind: 'found'; readonly event: TimelineEvent }
  | { readonly kind: 'merged'; readonly into: EventId }
> {
  const lookup = await timeline.lookUpEvent(id);
  if (lookup.kind === 'withdrawn')
    throw new RequestError('WITHDRAWN', `event "${id}" was withdrawn at revision ${lookup.revision}`, {
      members: { revision: lookup.revision },
    });
  if (lookup.kind === 'hidden')
    throw new RequestError('HIDDEN', `event "${id}" was hidden at revision ${lookup.revision}`, {
      members: { revision: lookup.revision },
    });
  if (lookup.kind === 'unknown') throw new TimelineError('NOT_FOUND', `there is no event "${id}"`);
  return lookup;
}

/** The event as it was at a revision; throws `NOT_FOUND` where it did not exist then. */
export async function requireVersion(
  timeline: Timeline,
  id: EventId,
  revision: number,
): Promise<TimelineEvent> {
  const version = await timeline.getEventVersion(id, revision);
  if (version === undefined)
    throw new TimelineError('NOT_FOUND', `there is no event "${id}" at revision ${revision}`);
  return version;
}
