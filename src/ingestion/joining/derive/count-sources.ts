import type { ArticleSummary } from '../../../domain/event/article.ts';
import type { Mention, Quote } from '../../../domain/event/mention.ts';
import { normalizeUrl } from '../../reading/identify-article.ts';

/** Length in words of the compared runs (w-shingling: Broder, 1997). */
const SHINGLE = 4;
/** Share of a quote's runs found in another quote that makes it a copy. */
const COPY = 0.6;
/** Quotes with fewer words may be alike by chance. */
const FEWEST_SHINGLES = 8;
/** The most quotes that are remembered for a run. A copied quote shares other runs too. */
const MOST_OF_A_SHINGLE = 256;

/**
 * The independent sources of an event: publishers, else hosts, else files. Sources that share a nearly
 * identical sentence copy each other or a third source, such as an agency, and count once.
 */
export function countSources(mentions: readonly Mention[]): number {
  const bySource = Map.groupBy(mentions, ({ article }) => sourceOf(article));
  const sources = [...bySource].sort(([a], [b]) => (a < b ? -1 : 1));
  const originals: Originals = { sizes: [], withShingle: new Map() };
  let independent = 0;
  for (const [, reports] of sources) {
    const distinct = new Map(reports.map(({ quote }) => [quote.exact, quote]));
    const quotes = Array.from(distinct.values(), shinglesOf);
    if (quotes.some((quote) => isCopy(quote, originals))) continue;
    independent += 1;
    for (const quote of quotes) add(quote, originals);
  }
  return independent;
}

/** The quotes of independent sources, by number. */
interface Originals {
  readonly sizes: number[];
  readonly withShingle: Map<string, number[]>;
}

function add(quote: ReadonlySet<string>, { sizes, withShingle }: Originals): void {
  const number = sizes.push(quote.size) - 1;
  for (const shingle of quote) {
    const quotes = withShingle.get(shingle);
    if (quotes === undefined) withShingle.set(shingle, [number]);
    else if (quotes.length < MOST_OF_A_SHINGLE) quotes.push(number);
  }
}

function isCopy(quote: ReadonlySet<string>, { sizes, withShingle }: Originals): boolean {
  const shared = new Map<number, number>();
  for (const shingle of quote)
    for (const other of withShingle.get(shingle) ?? []) {
      const count = (shared.get(other) ?? 0) + 1;
      const least = Math.min(quote.size, sizes[other] ?? 0);
      if (least >= FEWEST_SHINGLES && count >= COPY * least) return true;
      shared.set(other, count);
    }
  return false;
}

/** Quotes are immutable, and an event is derived again with each new account. */
const known = new WeakMap<Quote, ReadonlySet<string>>();

function shinglesOf(quote: Quote): ReadonlySet<string> {
  const shingles = known.get(quote) ?? readShingles(quote.exact);
  known.set(quote, shingles);
  return shingles;
}

function readShingles(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = Math.max(0, words.length - SHINGLE + 1);
  return new Set(Array.from({ length: count }, (_, index) => words.slice(index, index + SHINGLE).join(' ')));
}

/** The name of an article's source for counting. */
export function sourceOf({ publisher, url, file, id }: ArticleSummary): string {
  if (publisher !== null) return `publisher ${publisher.trim().toLowerCase()}`;
  const host = url === null ? undefined : /^[a-z]+:\/\/([^/]+)/u.exec(normalizeUrl(url) ?? url)?.[1];
  return host === undefined ? `file ${file ?? id}` : `host ${host}`;
}
