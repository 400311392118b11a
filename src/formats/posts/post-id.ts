import { type EventId, eventId } from '../../domain/event/ids.ts';

/** What stands for the post of an event in a year, whatever becomes of the event: `evt_0123-2026`. */
export const postIdOf = (id: EventId, year: number): string => `${id}-${String(year).padStart(4, '0')}`;

/** What `postIdOf` writes. */
export const POST_ID_PATTERN = '^evt_[0-9a-z_-]{1,80}-\\d{4}$';

/** Its parts; undefined for a text that is no such id. */
export function readPostId(text: string): { readonly event: EventId; readonly year: number } | undefined {
  const [, id, year] = /^(evt_[0-9a-z_-]{1,80})-(\d{4})$/.exec(text) ?? [];
  return id === undefined ? undefined : { event: eventId(id), year: Number(year) };
}
