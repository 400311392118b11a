import type { EventId } from '../../domain/event/ids.ts';

/** The canonical address of an event. */
export const eventUrl = (origin: string, id: EventId): string => `${origin}/v1/events/${id}`;

/** An identifier of an event that no move to another host changes (RFC 8141). */
export const eventUrn = (id: EventId): string => `urn:dateline:${id}`;

/** Where the event is found as it was at a revision, whatever becomes of it. */
export const eventVersionUrl = (origin: string, id: EventId, revision: number): string =>
  `${eventUrl(origin, id)}?revision=${revision}`;
