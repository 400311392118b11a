import type { EventDate } from './event-date.ts';
import type { Timex } from './timex.ts';

/** How a text tells its times. NEWS counts from the anchor, NARRATIVE (history writing) from the period mentioned last. */
export const RESOLUTION_MODES = ['NEWS', 'NARRATIVE'] as const;

export type ResolutionMode = (typeof RESOLUTION_MODES)[number];

/** Which way from its reference a relative expression points. */
export const DIRECTIONS = ['PAST', 'PRESENT', 'FUTURE'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** What a value was computed from: the article's anchor, an earlier expression of the text, or nothing ("in 2014"). */
export type Reference =
  | { readonly kind: 'ANCHOR' }
  | { readonly kind: 'EXPRESSION'; readonly start: number; readonly end: number }
  | { readonly kind: 'NONE' };

/** Another thing that an expression could have meant, as a TIMEX3 value, and why it was not taken to. */
export interface Alternative {
  readonly value: string;
  readonly because: string;
}

/** One time expression with what it was taken to mean, and why. */
export interface Resolution {
  readonly kind: 'resolved';
  readonly timex: Timex;
  /** Null for what names no stretch of its own: durations, sets, "now", "recently", the end of a range. */
  readonly date: EventDate | null;
  /** The rule that read it, family first: `weekday/same-or-last`. */
  readonly rule: string;
  /** Why the rule reads it so, in words for people. */
  readonly because: string;
  readonly alternatives: readonly Alternative[];
  readonly direction: Direction | null;
  readonly reference: Reference;
  /** 0–1. */
  readonly confidence: number;
}

/** An expression that is about time but cannot be placed: not knowing is a value, not an exception. */
export interface Unresolved {
  readonly kind: 'unresolved';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly reason: string;
}
