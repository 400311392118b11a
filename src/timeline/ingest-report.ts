import type { ArticleWarning } from '../domain/event/article.ts';
import type { ArticleId } from '../domain/event/ids.ts';
import type { Anchor } from '../domain/time/anchor.ts';

/** UNCHANGED: the same article again. REANCHORED: the same text, other metadata or another anchor. SUPERSEDED: new text of a known URL. */
export type IngestOutcome = 'ADDED' | 'UNCHANGED' | 'REANCHORED' | 'SUPERSEDED';

export interface IngestReport {
  readonly outcome: IngestOutcome;
  readonly articleId: ArticleId;
  readonly file: string | null;
  readonly title: string | null;
  readonly anchor: Anchor;
  /** Events that this article tells of, new and known. */
  readonly eventCount: number;
  readonly mentionCount: number;
  readonly warnings: readonly ArticleWarning[];
  readonly revision: number;
}
