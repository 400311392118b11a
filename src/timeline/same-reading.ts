import type { Anchor } from '../domain/anchor.ts';
import type { Article, ArticleMetadata, ArticleOrigin, ArticleSource } from '../domain/article.ts';

/**
 * Whether reading the source again would give what is stored: the same metadata, anchor and rule set (the text is the
 * same, since the id is a hash of it). The file it came from does not count: a renamed copy is no other reading.
 */
export function isSameReading(
  known: Article,
  source: ArticleSource,
  anchor: Anchor,
  ruleSet: string,
): boolean {
  return (
    isSameMetadata(known, source) &&
    known.anchor.date === anchor.date &&
    known.anchor.basis === anchor.basis &&
    known.ruleSet === ruleSet
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
