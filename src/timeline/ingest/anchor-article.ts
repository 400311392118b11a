import type { Article, ArticleSource } from '../../domain/event/article.ts';
import type { Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { chooseAnchor } from '../../ingestion/reading/anchor.ts';
import { identifyArticle } from '../../ingestion/reading/identify-article.ts';
import { RULE_SET } from '../../ingestion/rule-set.ts';

/** An article with its identity and the day it is read against; `dateline` is where its text prints its own. */
export function anchorArticle(
  source: ArticleSource,
  fallback: CalendarDate,
  override: CalendarDate | undefined,
): { readonly article: Article; readonly dateline: Span | null } {
  const { anchor, dateline, warning } = chooseAnchor(source, {
    fallback,
    ...(override !== undefined && { override }),
  });
  const warnings = warning === null ? [] : [warning];
  const article = { ...source, id: identifyArticle(source), anchor, ruleSet: RULE_SET, warnings };
  return { article, dateline };
}
