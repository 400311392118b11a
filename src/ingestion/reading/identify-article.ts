import { createHash } from 'node:crypto';
import type { ArticleSource } from '../../domain/event/article.ts';
import { type ArticleId, articleId } from '../../domain/event/ids.ts';

const ID_DIGITS = 20;

/**
 * The article's identity: `art_` and 20 hex digits of the SHA-256 over text and URL, or text and publisher
 * where there is no URL. Title, date and anchor do not count. A copy under another URL is another article.
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

const TRACKING_PARAMETER = /^(?:utm_\w+|fbclid|gclid)(?:=|$)/i;

/**
 * One spelling for all addresses of a page: `HTTPS://Example.ORG/a?utm_source=x&b=1#top` →
 * `https://example.org/a?b=1`. Undefined where the text is no absolute http or https address.
 */
export function normalizeUrl(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  url.hash = '';
  // No password is stored.
  url.username = '';
  url.password = '';
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING_PARAMETER.test(parameter))
    .join('&');
  return url.href;
}
