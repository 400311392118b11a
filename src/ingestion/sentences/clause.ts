import type { VerbGroup } from './verb-groups.ts';

/**
 * MAIN is independent. COORDINATE continues a clause after "and" or "but". COMPLEMENT is the content of
 * saying or knowing. RELATIVE describes a noun ("which …", "those it levied", "ones imposed"). ADVERBIAL
 * gives a time or reason. PARTICIPLE accompanies a clause ("Speaking …", ", adding …").
 */
export type ClauseKind = 'MAIN' | 'COORDINATE' | 'COMPLEMENT' | 'RELATIVE' | 'ADVERBIAL' | 'PARTICIPLE';

/** A verb with its dependents, which need not be adjacent. All numbers are token indices of the sentence. */
export interface Clause {
  readonly kind: ClauseKind;
  readonly parent: Clause | null;
  /** The opening word: "that", "which", "when". */
  readonly opener: number | null;
  /** The clause that a COORDINATE clause continues. */
  readonly base: Clause | null;
  /** Whether the whole clause is quoted. */
  readonly quoted: boolean;
  readonly tokens: readonly number[];
  /** Null for words without a verb: a heading, a caption's place line. */
  readonly verb: VerbGroup | null;
  /** Infinitives, gerunds and participles inside the clause: "agreed *to start* talks". */
  readonly others: readonly VerbGroup[];
}

/** A sentence's clauses in the order of their openings; `at` gives the clause of each token. */
export interface ClauseTree {
  readonly clauses: readonly Clause[];
  readonly at: readonly Clause[];
}

/** A clause during clause finding. */
export interface OpenClause extends Clause {
  kind: ClauseKind;
  parent: OpenClause | null;
  base: OpenClause | null;
  readonly tokens: number[];
  verb: VerbGroup | null;
  readonly others: VerbGroup[];
}

/** Whether a lemma is a verb of saying. */
export type IsSpeech = (lemma: string) => boolean;
