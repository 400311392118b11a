import type { MentionId } from './ids.ts';

/** DATE: no day satisfies all accounts. NUMBER: other counts of the same thing. ACTOR: the same act, done by others. */
export const CONFLICT_FIELDS = ['DATE', 'NUMBER', 'ACTOR'] as const;

export type ConflictField = (typeof CONFLICT_FIELDS)[number];

/** One of the things that the accounts of an event say about a field, with those that say it. */
export interface ConflictSide {
  /** An EDTF date, a count with what is counted (`15 killed`), or an actor's name. */
  readonly says: string;
  readonly mentions: readonly MentionId[];
}

/** Accounts of one event that cannot all be right. At least two sides, the one told most often first. */
export interface EventConflict {
  readonly field: ConflictField;
  readonly sides: readonly ConflictSide[];
}
