import type { Article, ArticleMetadata, ArticleOrigin, ArticleSource } from '../../domain/event/article.ts';
import type { ActorId, PlaceId } from '../../domain/event/ids.ts';
import type { Mention, NameRecord, Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { extractEvents } from '../../ingestion/extraction/extract-events.ts';
import { type Lexicon, namesOf } from '../../ingestion/lexicon/lexicon.ts';
import { chooseAnchor, defaultAnchorWarning } from '../../ingestion/reading/anchor.ts';
import { identifyArticle } from '../../ingestion/reading/identify-article.ts';
import type { ArticleDocument, ReadLimits, ReadOutcome } from '../../ingestion/reading/read-article.ts';
import { RULE_SET } from '../../ingestion/rule-set.ts';
import type { Language } from '../../ingestion/sentences/language.ts';

/** An article with its identity and its anchor; `dateline` is the span in which its text prints its own day. */
export function anchorArticle(
  source: ArticleSource,
  fallback: CalendarDate,
  override: CalendarDate | undefined,
): { readonly article: Article; readonly dateline: Span | null } {
  const { anchor, dateline, warning } = chooseAnchor(source, {
    fallback,
    ...(override !== undefined && { override }),
  });
  const warnings = [warning, defaultAnchorWarning(anchor, source.publisher)].filter((each) => each !== null);
  const { id = identifyArticle(source) } = source;
  const article = { ...source, id, anchor, ruleSet: RULE_SET, warnings };
  return { article, dateline };
}

/** The tools of reading an article: the parser and the known names. They are loaded at the first article. */
export interface IngestTools {
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** Names the data of the lexicon: another version may read a text differently. */
  readonly version: string;
}

/** An article with its warnings and mentions, and the names of its actors and places. It is data alone, for another thread. */
export interface ArticleReading {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly actors: readonly NameRecord<ActorId>[];
  readonly places: readonly NameRecord<PlaceId>[];
}

/** Finds the mentions of an article. `dateline` is the span of its printed dateline, which holds no event. */
export function readArticle(article: Article, dateline: Span | null, tools: IngestTools): ArticleReading {
  const { mentions, warnings } = extractEvents(article, { ...tools, dateline });
  return {
    article: { ...article, warnings: [...article.warnings, ...warnings] },
    mentions,
    ...namesOf(tools.lexicon, mentions),
  };
}

/** Reads articles, in this thread or in others. */
export type ArticleReader = (article: Article, dateline: Span | null) => Promise<ArticleReading>;

/** Makes an article of its bytes, in this thread or in others. */
export type DocumentReader = (document: ArticleDocument, limits: ReadLimits) => Promise<ReadOutcome>;

/**
 * Whether two readings of one text are the same: the same metadata, anchor and rule set. Their ids show that the text is the
 * same. The file does not count: a renamed copy is no other reading.
 */
export function isSameReading(one: Article, other: Article): boolean {
  return (
    isSameMetadata(one, other) &&
    one.anchor.date === other.anchor.date &&
    one.anchor.basis === other.anchor.basis &&
    one.ruleSet === other.ruleSet
  );
}

function isSameMetadata(one: ArticleMetadata, other: ArticleMetadata): boolean {
  return (
    one.title === other.title &&
    one.publisher === other.publisher &&
    one.url === other.url &&
    one.publishedOn === other.publishedOn &&
    one.language === other.language &&
    isSameOrigin(one.basedOn, other.basedOn)
  );
}

const isSameOrigin = (one: ArticleOrigin | null, other: ArticleOrigin | null): boolean =>
  one?.publisher === other?.publisher && one?.url === other?.url;
