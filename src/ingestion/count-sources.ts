import type { ArticleSummary } from '../domain/article.ts';
import type { Mention } from '../domain/mention.ts';
import { normalizeUrl } from './normalize-url.ts';
import { contentWords } from './wording.ts';

/** Quotes this alike are copies of one dispatch. */
const COPY = 0.9;
/** Shorter quotes are alike by chance. */
const FEWEST_WORDS = 6;

/**
 * Who tells of an event independently: publishers, or hosts, or files where these are not known. Sources that share a
 * nearly identical sentence copy each other, or a third, and count once.
 */
export function countSources(mentions: readonly Mention[]): number {
  const quotes = new Map<string, ReadonlySet<string>[]>();
  for (const { article, quote } of mentions) {
    const source = sourceOf(article);
    const words = contentWords(quote.exact);
    const known = quotes.get(source);
    if (known === undefined) quotes.set(source, [words]);
    else known.push(words);
  }
  const independent: (readonly ReadonlySet<string>[])[] = [];
  for (const [, own] of [...quotes].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (!independent.some((other) => sharesQuote(own, other))) independent.push(own);
  return independent.length;
}

/** The name under which an article's source is counted. */
export function sourceOf({ publisher, url, file, id }: ArticleSummary): string {
  if (publisher !== null) return `publisher ${publisher.trim().toLowerCase()}`;
  const host = url === null ? undefined : /^[a-z]+:\/\/([^/]+)/u.exec(normalizeUrl(url) ?? url)?.[1];
  return host === undefined ? `file ${file ?? id}` : `host ${host}`;
}

/** Shared words by all words (Jaccard): 1 for copies. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = one.intersection(other).size;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

const sharesQuote = (one: readonly ReadonlySet<string>[], other: readonly ReadonlySet<string>[]): boolean =>
  one.some((a) => a.size >= FEWEST_WORDS && other.some((b) => likenessOf(a, b) >= COPY));
