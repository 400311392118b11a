import type { Anchor } from '../time/anchor.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { EventDate } from '../time/event-date.ts';
import type { Timex } from '../time/timex.ts';
import type { ArticleSummary } from './article.ts';
import type { EventType } from './event-type.ts';
import type { ActorId, MentionId, PlaceId } from './ids.ts';

/**
 * UNREAL: denied, dropped, merely possible or conditional, so that nothing happened or is scheduled. PLANNED: after the
 * article's anchor, or intended. REPORTED: a speaker says so. ASSERTED: the article itself says so. The order is that of
 * rising firmness. The distinctions follow FactBank (Saurí and Pustejovsky, 2009).
 */
export const MODALITIES = ['UNREAL', 'PLANNED', 'REPORTED', 'ASSERTED'] as const;

export type Modality = (typeof MODALITIES)[number];

/**
 * How a title was made. CLAUSE: from constituents of the sentence. SENTENCE: the sentence's own words, since the reading is not
 * sure. HEADLINE: the headline of the article. EDITED: words were put in, by an editor, for a participle or noun, for a date in the
 * place of "last week", or for a pronoun or noun that only the article explains.
 */
export const TITLE_KINDS = ['CLAUSE', 'SENTENCE', 'HEADLINE', 'EDITED'] as const;

export type TitleKind = (typeof TITLE_KINDS)[number];

/** A person, state or organization: `act_nato`, NATO. */
export interface Actor {
  readonly id: ActorId;
  readonly name: string;
}

/** PLOVER's words for the two sides of an event: an ACTOR acts, alone or with others; the act is directed at a RECIPIENT. */
export const PARTICIPANT_ROLES = ['ACTOR', 'RECIPIENT'] as const;

export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** An actor with its part in one event. */
export interface Participant extends Actor {
  readonly role: ParticipantRole;
}

/** A place of an event: `plc_kyiv`, Kyiv. */
export interface Place {
  readonly id: PlaceId;
  readonly name: string;
}

/** A span of an article's text. Positions are UTF-16 code units, end exclusive. */
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

/**
 * What was done, in lemmas: the verb with its particle, and the common nouns that are its subject and object. "The store was shut
 * down" is `shut_down` with the object `store`. A noun phrase gives its noun: "the walkout" is `walkout`.
 */
export interface Act {
  readonly word: string;
  readonly subject: string | null;
  readonly object: string | null;
  /** "did *not* resign". */
  readonly isNegated: boolean;
}

/** One article's account of an event. The quote is the whole sentence; the clause is the part of it about the event. */
export interface Mention {
  readonly id: MentionId;
  readonly article: ArticleSummary;
  readonly quote: Quote;
  readonly clause: Span;
  /** Null where the mention has no date of its own; so are `date` and `rule`. A neighbour sentence then links it. */
  readonly timex: Timex | null;
  readonly date: EventDate | null;
  readonly rule: string | null;
  /** For a mention without a date: the dated mention of the same event in the same article. Null for all others. */
  readonly datedBy: MentionId | null;
  readonly anchor: Anchor;
  readonly title: string;
  readonly type: EventType;
  /** The pattern behind the type, `THREATEN/warn`; null for STATEMENT and OTHER, which are given where no pattern fits. */
  readonly typePattern: string | null;
  /** Actors before recipients. */
  readonly actors: readonly Participant[];
  readonly places: readonly Place[];
  readonly modality: Modality;
  /** 0–1. */
  readonly confidence: number;
  readonly titleKind: TitleKind;
  /** Null where no word says what was done. */
  readonly act: Act | null;
  /** The names that the article has most often, as stems. Articles with names in common tell the same story. */
  readonly story: readonly string[];
  /** The subject of the story, `courts`: an id of the file of subjects. Null where no word of the sentence points to one. */
  readonly subject: string | null;
}

/** The names under which a filter finds an actor or a place. */
export interface NameRecord<Id> {
  readonly id: Id;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The first day on which a mention could be read: its article's `publishedOn`, or its anchor where that is null. */
export const knownOn = ({ article, anchor }: Pick<Mention, 'article' | 'anchor'>): CalendarDate =>
  article.publishedOn ?? anchor.date;
