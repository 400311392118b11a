import type { ActorId, ArticleId, EventId } from '../domain/event/ids.ts';
import {
  actorUrl,
  articleDataUrl,
  articleUrl,
  eventDataUrl,
  eventUrl,
  eventVersionUrl,
  urlOf,
} from '../formats/event/addresses.ts';
import { type OwnPath, own } from './html.ts';

/* The paths of pages and data, for links within pages. */

/** `query` may ask for an earlier state. */
export const eventPath = (id: EventId, query: object = {}): OwnPath => own(urlOf(eventUrl('', id), query));

export const eventVersionPath = (id: EventId, revision: number): OwnPath =>
  own(eventVersionUrl('', id, revision));

export const articlePath = (id: ArticleId): OwnPath => own(articleUrl('', id));

export const actorPath = (id: ActorId): OwnPath => own(actorUrl('', id));

export const eventDataPath = (id: EventId, query: object = {}): OwnPath =>
  own(urlOf(eventDataUrl('', id), query));

/** A part of an event's data, such as `cite.bib`. */
export const eventPartPath = (id: EventId, part: string): OwnPath => own(`${eventDataUrl('', id)}/${part}`);

export const articleDataPath = (id: ArticleId): OwnPath => own(articleDataUrl('', id));
