import type { Brand } from '../brand.ts';

/** Public, stable identifiers: a prefix that names the kind, then an opaque part (`evt_9f2c…`). The same in GraphQL, REST and exports. */
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

/** The kind an id's prefix names (`evt_…` → `event`), undefined for anything that is no id of ours. */
export function kindOfId(id: string): NodeKind | undefined {
  const prefix = /^(art|evt|men|act|plc)_[0-9a-z_-]{1,80}$/.exec(id)?.[1];
  return prefix === undefined ? undefined : KIND_BY_PREFIX[prefix as keyof typeof KIND_BY_PREFIX];
}

/** An id as that of what somebody changed; one of another kind finds nothing. */
export const subjectIdOf = (text: string): ArticleId | EventId =>
  kindOfId(text) === 'article' ? articleId(text) : eventId(text);

/** The id of an event that was merged into another one, and lives on there. */
export interface AbsorbedId {
  readonly id: EventId;
  readonly into: EventId;
  /** The revision at which it first appeared, on its own. */
  readonly recordedAt: number;
}
