import type { ActorId, ArticleId, EventId } from '../../domain/event/ids.ts';

/*
 * The addresses of what the timeline serves. A page is for people, data for programs. An origin may have a path; an empty
 * origin gives the path alone.
 */

/** The page of an event. Feeds, posts, calendars, tables and citations lead to it. */
export const eventUrl = (origin: string, id: EventId): string => `${origin}/events/${id}`;

/** The page of an event as it was at a revision; it says the same when the event changes later. */
export const eventVersionUrl = (origin: string, id: EventId, revision: number): string =>
  `${eventUrl(origin, id)}?revision=${revision}`;

export const articleUrl = (origin: string, id: ArticleId): string => `${origin}/articles/${id}`;

export const actorUrl = (origin: string, id: ActorId): string => `${origin}/actors/${id}`;

/** An event as JSON. It is also the `@id` of the event in linked data, and stays. */
export const eventDataUrl = (origin: string, id: EventId): string => `${origin}/v1/events/${id}`;

/** An article as JSON, and its `@id` in linked data. */
export const articleDataUrl = (origin: string, id: ArticleId): string => `${origin}/v1/articles/${id}`;

/** An identifier of an event that stays when the service moves to another host (RFC 8141). */
export const eventUrn = (id: EventId): string => `urn:dateline:${id}`;

/** In characters. */
const LONGEST_PREFIX = 200;

/** A path below which the service may lie, such as `/timeline` or `/news/timeline`. Segments are plain, so that a prefix has one spelling. */
export const isPrefix = (text: string): boolean =>
  text.length <= LONGEST_PREFIX && /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/.test(text);

/** A path with its query, names in alphabetical order, so that one selection has one URL; a list repeats its name. */
export function urlOf(path: string, query: object): string {
  const pairs = Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => [value].flat().map((single): [string, string] => [name, String(single)]));
  const search = new URLSearchParams(pairs).toString();
  return search === '' ? path : `${path}?${search}`;
}
