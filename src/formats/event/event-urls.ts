import type { EventId } from '../../domain/event/ids.ts';

/** The canonical address of an event. */
export const eventUrl = (origin: string, id: EventId): string => `${origin}/v1/events/${id}`;

/** An identifier of an event that stays when the service moves to another host (RFC 8141). */
export const eventUrn = (id: EventId): string => `urn:dateline:${id}`;

/** The address of an event as it was at a revision; it answers alike when the event changes later. */
export const eventVersionUrl = (origin: string, id: EventId, revision: number): string =>
  `${eventUrl(origin, id)}?revision=${revision}`;
