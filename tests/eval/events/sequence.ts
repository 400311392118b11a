import type { ArticleSource } from '../../../src/domain/event/article.ts';
import type { Span } from '../../../src/domain/event/mention.ts';

/** A dated statement as a person annotated it. */
export interface GoldMention {
  readonly file: string;
  /** The position of its time expression; null where that is not annotated. */
  readonly time: Span | null;
  /** Some words of its clause, where several mentions have the same time expression; else null. */
  readonly words: Span | null;
  /** EDTF; null where it is not annotated. */
  readonly date: string | null;
  /** The annotator's choice, then other types that can be defended; null where they are not annotated. */
  readonly types: readonly string[] | null;
  /** Null where no participant has a name. */
  readonly actors: readonly string[] | null;
  /** The event of the mention: a name within the sequence. */
  readonly event: string;
}

/** Dispatches on the same matters, with every dated mention in them. */
export interface Sequence {
  readonly name: string;
  readonly articles: readonly ArticleSource[];
  readonly gold: readonly GoldMention[];
}
