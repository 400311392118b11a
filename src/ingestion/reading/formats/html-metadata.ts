import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { normalizeUrl } from '../identify-article.ts';
import { readWrittenDate, WRITTEN_DATE } from '../written-date.ts';
import { readPublicationDay } from './article-record.ts';
import type { PageElement } from './html-text.ts';
import { type Reading, read, refuse } from './reading.ts';

/** Elements with the day of publication, best first. A teaser of another article may have a `<time>` too. */
const DATE_PLACES: readonly string[] = [
  'meta[property="article:published_time"], meta[property="og:published_time"], meta[property="og:article:published_time"]',
  '[itemprop~="datePublished"]',
  'meta[name="date" i], meta[name="pubdate" i], meta[name="publish-date" i], meta[name="dc.date" i], meta[name="dc.date.issued" i], meta[name="parsely-pub-date" i], meta[name="sailthru.date" i]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
];

const DATE_IN_WORDS = new RegExp(WRITTEN_DATE, 'iu');

/**
 * The page's own address: `<link rel="canonical">`, else `og:url`, else the address in JSON-LD; null where
 * none is absolute.
 */
export function addressOfPage(page: PageElement, stated: string | null): string | null {
  const canonical = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  const shared = page.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return (
    [canonical, shared, stated].map((url) => normalizeUrl(url ?? '')).find((url) => url !== undefined) ?? null
  );
}

/**
 * The civil day of publication as the page writes it; null where none is readable. `stated` is `datePublished` of the
 * page's JSON-LD. A day that does not exist is refused, because it would anchor the whole text.
 */
export function publicationDayOfPage(page: PageElement, stated: string | null): Reading<CalendarDate | null> {
  const written = DATE_PLACES.flatMap((place) => [...page.querySelectorAll(place)].slice(0, 1)).map(
    (element) =>
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '',
  );
  for (const text of [stated ?? '', ...written]) {
    const day = readPublicationDay(text);
    if (day.kind === 'impossible')
      return refuse(`publication date "${day.day}" is not a day of the calendar`);
    const date =
      day.kind === 'day' ? day.date : readWrittenDate(DATE_IN_WORDS.exec(text.slice(0, 100))?.[0] ?? '');
    if (date !== undefined) return read(date);
  }
  return read(null);
}

/** The article in a page's JSON-LD (schema.org NewsArticle); a field is null where the page leaves it out. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly datePublished: string | null;
}

const ARTICLE_TYPE = /(?:^|\W)(?:\w*Article|\w*Posting|Report)$/;

/** Finds the article in a page's JSON-LD: alone, in an array or in a `@graph`. Scripts that are not JSON are passed over. */
export function linkedArticleOf(page: PageElement): LinkedArticle | null {
  const nodes = [...page.querySelectorAll('script[type="application/ld+json" i]')]
    .flatMap((script) => nodesOf(parseJson(script.textContent ?? '')))
    .filter((node) => [field(node, '@type')].flat().some((type) => ARTICLE_TYPE.test(String(type))));
  const node = nodes.find((each) => textOf(field(each, 'datePublished')) !== null) ?? nodes[0];
  if (node === undefined) return null;
  return {
    headline: textOf(field(node, 'headline')) ?? textOf(field(node, 'name')),
    publisher: nameOf(field(node, 'publisher')),
    url:
      textOf(field(node, 'url')) ??
      textOf(field(field(node, 'mainEntityOfPage'), '@id')) ??
      textOf(field(node, 'mainEntityOfPage')),
    datePublished: textOf(field(node, 'datePublished')),
  };
}

function nodesOf(value: unknown): readonly unknown[] {
  return [value].flat().flatMap((node) => [node, ...[field(node, '@graph') ?? []].flat()]);
}

const nameOf = (value: unknown): string | null => {
  const [first] = [value].flat();
  return textOf(first) ?? textOf(field(first, 'name'));
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
