import type { Anchor } from '../time/anchor.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { ArticleId } from './ids.ts';

/** What a source says about itself; null where it says nothing (schema.org NewsArticle). */
export interface ArticleMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedOn: CalendarDate | null;
  /** BCP 47; `en` is the only language that is read. */
  readonly language: string;
  /** The account that this article retells, where it says so (schema.org `isBasedOn`). */
  readonly basedOn: ArticleOrigin | null;
}

export interface ArticleOrigin {
  readonly publisher: string | null;
  readonly url: string | null;
}

/** An article as it was handed in, before it is anchored. `text` has no byte order mark and LF line ends. */
export interface ArticleSource extends ArticleMetadata {
  readonly text: string;
  /** The base name of the file it came from, null for standard input. */
  readonly file: string | null;
}

export const WARNING_CODES = [
  'ANCHOR_CONTRADICTED',
  'WEEKDAY_DISAGREES',
  'UNRESOLVED_EXPRESSION',
  'NO_EVENTS',
] as const;

/** Something in an article that a person should look at. Positions are UTF-16 code units, null where none applies. */
export interface ArticleWarning {
  readonly code: (typeof WARNING_CODES)[number];
  readonly message: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** An article with its identity (a hash of text and URL, or publisher where there is none) and its anchor. */
export interface Article extends ArticleSource {
  readonly id: ArticleId;
  readonly anchor: Anchor;
  /** The version of the rule set that read it. */
  readonly ruleSet: string;
  readonly warnings: readonly ArticleWarning[];
}

/** What a mention repeats of its article, so that an event can be read without a second look-up. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly file: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedOn: CalendarDate | null;
}
