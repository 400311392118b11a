import type { ClauseTree } from './clause.ts';
import type { FoundName } from './found-name.ts';
import type { SentenceView } from './sentence-view.ts';

/** Everything known about one sentence of an article before its times are attached. */
export interface SentenceAnalysis extends SentenceView {
  /** The whole article. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tree: ClauseTree;
  /** In text order. */
  readonly names: readonly FoundName[];
}
