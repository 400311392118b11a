import type { MentionId } from './ids.ts';

/** DATE: no day fits all accounts. NUMBER: two counts of the same thing. ACTOR: the same act by two actors. */
export const CONFLICT_FIELDS = ['DATE', 'NUMBER', 'ACTOR'] as const;

export type ConflictField = (typeof CONFLICT_FIELDS)[number];

/** One answer to a question on which accounts disagree, with the mentions that give it. */
export interface ConflictSide {
  /** An EDTF date, a count with what is counted (`15 killed`), or an actor's name. */
  readonly says: string;
  readonly mentions: readonly MentionId[];
}

/**
 * Accounts of one event that cannot all be right: `15 killed` and `17 killed`. At least two sides; the side with the most
 * mentions comes first.
 */
export interface EventConflict {
  readonly field: ConflictField;
  readonly sides: readonly ConflictSide[];
}
