import type { Resolution } from '../time/resolution.ts';
import type { TimelineEvent } from './event.ts';
import type { Mention, Participant } from './mention.ts';

/**
 * The outcome of reading a mention's article once more. SAME: the stored date. DIFFERENT: the rules have changed and now give
 * another date. UNREAD: the rules no longer find a time expression in the words. NO_TEXT: the article's text is no longer
 * kept. UNDATED: the mention has no time expression of its own.
 */
export const TIME_OUTCOMES = ['SAME', 'DIFFERENT', 'UNREAD', 'NO_TEXT', 'UNDATED'] as const;

export type TimeOutcome = (typeof TIME_OUTCOMES)[number];

/** How a mention's expression got its date. It is computed from the article's text and anchor, never stored. */
export interface TimeExplanation {
  readonly outcome: TimeOutcome;
  /** The outcome in words; null where there is nothing to add. */
  readonly note: string | null;
  /** The rule set that gave the stored date, null where the article is unknown; then the rule set of today. */
  readonly readWith: string | null;
  readonly ruleSet: string;
  /** The meaning of the words today, with rule, reason and rejected alternatives; null but for SAME and DIFFERENT. */
  readonly resolution: Resolution | null;
  /** The words that the expression counts from, or `anchor`; null for an expression that needs no reference. */
  readonly countedFrom: string | null;
  /**
   * The words that the expression hangs on in its sentence: `“resigned”, whose subject is “the minister”`. Null without the
   * article's text, for a mention without an expression and for a sentence without a tree.
   */
  readonly hangsOn: string | null;
}

/** Words of an article's text. Positions are UTF-16 code units, end exclusive. */
export interface FoundWords {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * An actor of a mention, with its names in the sentence. A pronoun, an adjective or another actor may stand for it: then
 * `words` is empty.
 */
export interface ActorExplanation {
  readonly actor: Participant;
  readonly words: readonly FoundWords[];
}

/** See `explainJoin`. */
export const JOIN_BASES = ['FIRST', 'SCORE', 'NEIGHBOUR', 'DECISION'] as const;

/** Why a mention is in its event. The score and its parts run from 0 to 1; null where the basis is no score. */
export interface JoinReason {
  readonly basis: (typeof JOIN_BASES)[number];
  readonly because: string;
  /** The score that a mention needs to join. */
  readonly threshold: number;
  readonly score: {
    readonly score: number;
    readonly date: number;
    readonly actors: number;
    readonly type: number;
    readonly wording: number;
  } | null;
}

/** All reasons behind one mention. */
export interface MentionExplanation {
  readonly mention: Mention;
  /** The reason for the day of its anchor. */
  readonly anchorBecause: string;
  readonly time: TimeExplanation;
  /** The reason for its type. */
  readonly typeBecause: string;
  readonly actors: readonly ActorExplanation[];
  readonly joining: JoinReason;
}

/** An event with the reasons behind its first mentions. */
export interface EventExplanation {
  readonly event: TimelineEvent;
  /** The first mentions in reading order, as many as the caller wants. */
  readonly mentions: readonly MentionExplanation[];
}
