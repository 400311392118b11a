import type { VerbGroup } from './verb-groups.ts';

/**
 * MAIN stands alone; COORDINATE goes on after "and", "but"; COMPLEMENT is what is said or known; RELATIVE describes a noun
 * ("which …", "those it levied", "ones imposed"); ADVERBIAL says when or why; PARTICIPLE accompanies ("Speaking …", ", adding …").
 */
export type ClauseKind = 'MAIN' | 'COORDINATE' | 'COMPLEMENT' | 'RELATIVE' | 'ADVERBIAL' | 'PARTICIPLE';

/** A verb with what belongs to it; the parts may lie apart. All numbers are token indices of the sentence. */
export interface Clause {
  readonly kind: ClauseKind;
  readonly parent: Clause | null;
  /** The word that opens it: "that", "which", "when". */
  readonly opener: number | null;
  /** The clause that a COORDINATE one goes on from. */
  readonly base: Clause | null;
  /** Whether all of it stands in quotation marks. */
  readonly quoted: boolean;
  readonly tokens: readonly number[];
  /** Null for words without a verb: a heading, a caption's place line. */
  readonly verb: VerbGroup | null;
  /** Infinitives, gerunds and participles inside it: "agreed *to start* talks". */
  readonly others: readonly VerbGroup[];
}

/** A sentence's clauses in the order in which they open; `at` gives the clause of each token. */
export interface ClauseTree {
  readonly clauses: readonly Clause[];
  readonly at: readonly Clause[];
}

/** A clause while it is being found. */
export interface OpenClause extends Clause {
  kind: ClauseKind;
  parent: OpenClause | null;
  base: OpenClause | null;
  readonly tokens: number[];
  verb: VerbGroup | null;
  readonly others: VerbGroup[];
}

/** Whether a verb's lemma is one of saying. */
export type IsSpeech = (lemma: string) => boolean;
