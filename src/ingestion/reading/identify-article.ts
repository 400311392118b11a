import { createHash } from 'node:crypto';
import type { ArticleSource } from '../../domain/event/article.ts';
import { type ArticleId, articleId } from '../../domain/event/ids.ts';
import { normalizeUrl } from './normalize-url.ts';

const ID_DIGITS = 20;

/**
 * The article's identity: `art_` and 20 hex digits of the SHA-256 over text and URL, or publisher where there is no
 * URL. The title, the date and the anchor are no part of it; a copy under another URL is another article.
 */
export function identifyArticle(source: Pick<ArticleSource, 'text' | 'url' | 'publisher'>): ArticleId {
  const digest = createHash('sha256')
    .update(JSON.stringify([...originOf(source), source.text]))
    .digest('hex');
  return articleId(`art_${digest.slice(0, ID_DIGITS)}`);
}

function originOf({ url, publisher }: Pick<ArticleSource, 'url' | 'publisher'>): readonly [string, string] {
  if (url !== null) return ['url', normalizeUrl(url) ?? url.trim()];
  return publisher === null ? ['none', ''] : ['publisher', publisher.trim()];
}
