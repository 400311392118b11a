import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { normalizeUrl } from '../normalize-url.ts';
import { readWrittenDate, WRITTEN_DATE } from '../written-date.ts';
import type { PageElement } from './html-text.ts';
import { readPublicationDay } from './published-on.ts';
import { type Reading, read, refuse } from './reading.ts';

/** Where pages say when they were published, best first. A teaser of another article may have a `<time>` too. */
const DATE_PLACES: readonly string[] = [
  'meta[property="article:published_time"], meta[property="og:published_time"], meta[property="og:article:published_time"]',
  '[itemprop~="datePublished"]',
  'meta[name="date" i], meta[name="pubdate" i], meta[name="publish-date" i], meta[name="dc.date" i], meta[name="dc.date.issued" i], meta[name="parsely-pub-date" i], meta[name="sailthru.date" i]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
];

const DATE_IN_WORDS = new RegExp(WRITTEN_DATE, 'iu');

/** The page's own address: `<link rel="canonical">`, else `og:url`, else what JSON-LD states; null where none is absolute. */
export function addressOfPage(page: PageElement, stated: string | null): string | null {
  const canonical = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  const shared = page.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return (
    [canonical, shared, stated].map((url) => normalizeUrl(url ?? '')).find((url) => url !== undefined) ?? null
  );
}

/**
 * The civil day of publication as the page writes it, null where it says nothing readable. `stated` is what the page
 * states for machines (JSON-LD `datePublished`). A day that does not exist is refused: it would anchor all of the text.
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
