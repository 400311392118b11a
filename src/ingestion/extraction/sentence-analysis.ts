import type { FoundName } from '../lexicon/found-name.ts';
import type { Clause, ClauseTree } from '../sentences/clause.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';

/** Who or what a clause's verb is said of: token indices of the noun phrase, and the names in it. */
export interface Subject {
  readonly tokens: readonly number[];
  readonly names: readonly FoundName[];
  /** The phrase is a pronoun ("he", "they") that stands for someone named before. */
  readonly pronoun: string | null;
}

/** Everything known about one sentence of an article before its times are attached. */
export interface SentenceAnalysis extends SentenceView {
  /** The whole article. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tree: ClauseTree;
  /** In text order. */
  readonly names: readonly FoundName[];
  /** Subjects found so far: they are asked for again and again. */
  readonly subjects: Map<Clause, Subject>;
}
