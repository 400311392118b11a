import type { Article, ArticleMetadata, ArticleOrigin } from '../../domain/event/article.ts';

/**
 * Whether two readings of one text come to the same: the same metadata, anchor and rule set (that the text is the same
 * shows in the id). The file it came from does not count: a renamed copy is no other reading.
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
