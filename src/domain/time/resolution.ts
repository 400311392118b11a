import type { EventDate } from './event-date.ts';
import type { Timex } from './timex.ts';

/** How a text counts its times. NEWS counts from the anchor, NARRATIVE (history writing) from the period mentioned last. */
export const RESOLUTION_MODES = ['NEWS', 'NARRATIVE'] as const;

export type ResolutionMode = (typeof RESOLUTION_MODES)[number];

/** The way a relative expression points from its reference: "last week" is PAST. */
export const DIRECTIONS = ['PAST', 'PRESENT', 'FUTURE'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** The start of a computation: the article's anchor, an earlier expression of the text, or nothing ("in 2014"). */
export type Reference =
  | { readonly kind: 'ANCHOR' }
  | { readonly kind: 'EXPRESSION'; readonly start: number; readonly end: number }
  | { readonly kind: 'NONE' };

/** Another possible meaning of an expression, as a TIMEX3 value, and the reason against it. */
export interface Alternative {
  readonly value: string;
  readonly because: string;
}

/** One time expression with its meaning and the reason for it. */
export interface Resolution {
  readonly kind: 'resolved';
  readonly timex: Timex;
  /** Null for an expression that dates nothing: a duration, a set, "now", "recently", the end of a range. */
  readonly date: EventDate | null;
  /** The name of the rule, family first: `weekday/same-or-last`. */
  readonly rule: string;
  /** The rule's reason, in words for people. */
  readonly because: string;
  readonly alternatives: readonly Alternative[];
  readonly direction: Direction | null;
  readonly reference: Reference;
  /** 0–1. */
  readonly confidence: number;
}

/** A time expression that no day fits: "30 February". Not knowing is a value, not an exception. */
export interface Unresolved {
  readonly kind: 'unresolved';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly reason: string;
}
