import type { ArticleSource } from '../../../src/domain/event/article.ts';
import type { Span } from '../../../src/domain/event/mention.ts';

/** A dated statement as a person annotated it. */
export interface GoldMention {
  readonly file: string;
  /** Where its time expression stands. */
  readonly time: Span;
  /** Some words of its clause, which tell it from others with the same time expression; null where there is but one. */
  readonly words: Span | null;
  /** EDTF. */
  readonly date: string;
  /** The annotator's choice, then those that can be defended. */
  readonly types: readonly string[];
  /** Null where those who take part have no names. */
  readonly actors: readonly string[] | null;
  /** The event it tells of: a name within the sequence. */
  readonly event: string;
}

/** Dispatches that tell of the same matters, with everything dated in them. */
export interface Sequence {
  readonly name: string;
  readonly articles: readonly ArticleSource[];
  readonly gold: readonly GoldMention[];
}
