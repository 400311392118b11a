import type { Anchor } from '../time/anchor.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { EventDate } from '../time/event-date.ts';
import type { Timex } from '../time/timex.ts';
import type { ArticleSummary } from './article.ts';
import type { EventType } from './event-type.ts';
import type { ActorId, MentionId, PlaceId } from './ids.ts';

/** PLANNED: after the article's anchor, or intended. REPORTED: someone says so. ASSERTED: the article says so itself. */
export const MODALITIES = ['PLANNED', 'REPORTED', 'ASSERTED'] as const;

export type Modality = (typeof MODALITIES)[number];

export interface Actor {
  readonly id: ActorId;
  readonly name: string;
}

/** PLOVER's words for the two sides of an event: ACTOR did it, alone or with others; it was done to or directed at a RECIPIENT. */
export const PARTICIPANT_ROLES = ['ACTOR', 'RECIPIENT'] as const;

export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** Someone who takes part in an event. */
export interface Participant extends Actor {
  readonly role: ParticipantRole;
}

export interface Place {
  readonly id: PlaceId;
  readonly name: string;
}

/** A stretch of an article's text. Positions are UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words quoted from an article, with the text around them (W3C Web Annotation TextQuoteSelector). */
export interface Quote extends Span {
  readonly exact: string;
  /** Up to 32 characters before and after, for finding the quote again in a text that has changed. */
  readonly prefix: string;
  readonly suffix: string;
}

/** One article's account of an event. The quote is the whole sentence; the clause is the part of it that tells the event. */
export interface Mention {
  readonly id: MentionId;
  readonly article: ArticleSummary;
  readonly quote: Quote;
  readonly clause: Span;
  /** Null, as are date and rule, for a mention without a date of its own, linked by its neighbour sentence. */
  readonly timex: Timex | null;
  readonly date: EventDate | null;
  readonly rule: string | null;
  /** For a mention without a date: the dated one of the same article that tells of the same event. Null for all others. */
  readonly datedBy: MentionId | null;
  readonly anchor: Anchor;
  readonly title: string;
  readonly type: EventType;
  /** The pattern that gave the type, `THREATEN/warn`; null where STATEMENT or OTHER is what was left. */
  readonly typePattern: string | null;
  /** Who did it first. */
  readonly actors: readonly Participant[];
  readonly places: readonly Place[];
  readonly modality: Modality;
  /** 0–1. */
  readonly confidence: number;
}

/** The names under which a filter finds an actor or a place. */
export interface NameRecord<Id> {
  readonly id: Id;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The day from which on a mention could be read: its article's `publishedOn`, or its anchor where it has none. */
export const knownOn = ({ article, anchor }: Pick<Mention, 'article' | 'anchor'>): CalendarDate =>
  article.publishedOn ?? anchor.date;
