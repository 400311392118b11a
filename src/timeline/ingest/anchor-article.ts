import type { Article, ArticleMetadata, ArticleOrigin, ArticleSource } from '../../domain/event/article.ts';
import type { Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { chooseAnchor, defaultAnchorWarning } from '../../ingestion/reading/anchor.ts';
import { identifyArticle } from '../../ingestion/reading/identify-article.ts';
import { RULE_SET } from '../../ingestion/rule-set.ts';

/*
 * What is known of an article before its text is read. A thread that saves articles needs no more, so that it loads neither the
 * parser nor the rules.
 */

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
