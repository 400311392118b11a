import type { Anchor } from './anchor.ts';
import type { ArticleSummary } from './article.ts';
import type { EventDate } from './event-date.ts';
import type { EventType } from './event-type.ts';
import type { ActorId, MentionId, PlaceId } from './ids.ts';
import type { Timex } from './timex.ts';

/** PLANNED: after the article's anchor, or intended. REPORTED: someone says so. ASSERTED: the article says so itself. */
export const MODALITIES = ['PLANNED', 'REPORTED', 'ASSERTED'] as const;

export type Modality = (typeof MODALITIES)[number];

export interface Actor {
  readonly id: ActorId;
  readonly name: string;
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
  readonly anchor: Anchor;
  readonly title: string;
  readonly type: EventType;
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly modality: Modality;
  /** 0–1. */
  readonly confidence: number;
}
