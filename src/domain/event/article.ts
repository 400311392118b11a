import type { Anchor } from '../time/anchor.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { ArticleId } from './ids.ts';

/** A source's statements about itself (schema.org NewsArticle); null where it makes none. */
export interface ArticleMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedOn: CalendarDate | null;
  /** BCP 47; `en` is the only language that is read. */
  readonly language: string;
  /** The account that this article retells, if it names one (schema.org `isBasedOn`). */
  readonly basedOn: ArticleOrigin | null;
}

/** The account that an article retells, by publisher or URL. */
export interface ArticleOrigin {
  readonly publisher: string | null;
  readonly url: string | null;
}

/** An article as the caller hands it in, before it has an anchor. `text` has no byte order mark, and LF line ends. */
export interface ArticleSource extends ArticleMetadata {
  /** The id of an article that is stored already, which stays. */
  readonly id?: ArticleId;
  readonly text: string;
  /** The base name of the article's file; null for standard input. */
  readonly file: string | null;
}

export const WARNING_CODES = [
  'DEFAULT_ANCHOR',
  'ANCHOR_CONTRADICTED',
  'WEEKDAY_DISAGREES',
  'UNRESOLVED_EXPRESSION',
  'NO_EVENTS',
] as const;

/**
 * A problem of an article for a person to look at: "Monday, December 21, 2021", which was a Tuesday. Positions are UTF-16
 * code units; null where the problem has no place.
 */
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
  /** The version of the rule set that read the article. */
  readonly ruleSet: string;
  readonly warnings: readonly ArticleWarning[];
}

/** The fields of an article that each mention repeats: an event can be shown without looking its articles up. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly file: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedOn: CalendarDate | null;
}
