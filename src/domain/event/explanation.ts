import type { Resolution } from '../time/resolution.ts';
import type { TimelineEvent } from './event.ts';
import type { Mention, Participant } from './mention.ts';

/**
 * What reading a mention's article once more says of its time. SAME: what is stored. DIFFERENT: the rules have changed since,
 * and now give another date. UNREAD: they no longer take the words for a time expression. NO_TEXT: the article's text is no
 * longer kept. UNDATED: the mention has no time expression of its own.
 */
export const TIME_OUTCOMES = ['SAME', 'DIFFERENT', 'UNREAD', 'NO_TEXT', 'UNDATED'] as const;

export type TimeOutcome = (typeof TIME_OUTCOMES)[number];

/** How a mention's expression came to its date: computed anew from the article's text and anchor, never stored. */
export interface TimeExplanation {
  readonly outcome: TimeOutcome;
  /** What the outcome means, in words; null where there is nothing to add. */
  readonly note: string | null;
  /** The rule set that gave what is stored, null where the article is unknown, and the one that reads it now. */
  readonly readWith: string | null;
  readonly ruleSet: string;
  /** What the words mean now, with rule, reason and rejected alternatives; null for all but SAME and DIFFERENT. */
  readonly resolution: Resolution | null;
  /** The words it counts from, `anchor`, or null for an expression that needs no reference. */
  readonly countedFrom: string | null;
}

/** Words of an article's text. Positions are UTF-16 code units, end exclusive. */
export interface FoundWords {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An actor of a mention, with its names in the sentence; none for one that a pronoun, an adjective or another actor stands for. */
export interface ActorExplanation {
  readonly actor: Participant;
  readonly words: readonly FoundWords[];
}

/** See `explainJoin`. */
export const JOIN_BASES = ['FIRST', 'SCORE', 'NEIGHBOUR', 'DECISION'] as const;

/** Why a mention is in its event. The score and its parts are from 0 to 1; null where none was taken. */
export interface JoinReason {
  readonly basis: (typeof JOIN_BASES)[number];
  readonly because: string;
  /** What a score must reach. */
  readonly threshold: number;
  readonly score: {
    readonly score: number;
    readonly date: number;
    readonly actors: number;
    readonly type: number;
    readonly wording: number;
  } | null;
}

/** Everything that one mention rests on. */
export interface MentionExplanation {
  readonly mention: Mention;
  /** Why its anchor is that day. */
  readonly anchorBecause: string;
  readonly time: TimeExplanation;
  /** Why its type is that one. */
  readonly typeBecause: string;
  readonly actors: readonly ActorExplanation[];
  readonly joining: JoinReason;
}

export interface EventExplanation {
  readonly event: TimelineEvent;
  /** The first mentions in the order of reading, as many as were asked for. */
  readonly mentions: readonly MentionExplanation[];
}
