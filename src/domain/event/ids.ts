import type { Brand } from '../brand.ts';

/*
 * Public, stable identifiers: a prefix for the kind, then an opaque part (`evt_9f2c…`). GraphQL, REST and exports use the
 * same ids.
 */

export type ArticleId = Brand<string, 'ArticleId'>;
export type EventId = Brand<string, 'EventId'>;
export type MentionId = Brand<string, 'MentionId'>;
export type ActorId = Brand<string, 'ActorId'>;
export type PlaceId = Brand<string, 'PlaceId'>;

export const articleId = (text: string): ArticleId => text as ArticleId;
export const eventId = (text: string): EventId => text as EventId;
export const mentionId = (text: string): MentionId => text as MentionId;
export const actorId = (text: string): ActorId => text as ActorId;
export const placeId = (text: string): PlaceId => text as PlaceId;

const KIND_BY_PREFIX = {
  art: 'article',
  evt: 'event',
  men: 'mention',
  act: 'actor',
  plc: 'place',
} as const;

export type NodeKind = (typeof KIND_BY_PREFIX)[keyof typeof KIND_BY_PREFIX];

/** The kind that the prefix of an id names: `evt_…` → `event`. Undefined for a text that is no id of ours. */
export function kindOfId(id: string): NodeKind | undefined {
  const prefix = /^(art|evt|men|act|plc)_[0-9a-z_-]{1,80}$/.exec(id)?.[1];
  return prefix === undefined ? undefined : KIND_BY_PREFIX[prefix as keyof typeof KIND_BY_PREFIX];
}

/** A text as the id of an article or event in the audit trail. An id of another kind finds nothing there. */
export const subjectIdOf = (text: string): ArticleId | EventId =>
  kindOfId(text) === 'article' ? articleId(text) : eventId(text);

/** The id of an event that was merged: `id` now leads to `into`. */
export interface AbsorbedId {
  readonly id: EventId;
  readonly into: EventId;
  /** The revision at which the merged event first appeared. */
  readonly recordedAt: number;
}
