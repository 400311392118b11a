import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { decodePage } from './declared-charset.ts';
import { oneLine } from './decode-text.ts';
import { oversizeOf } from './html-size.ts';
import { type PageElement, textOfElement } from './html-text.ts';
import { linkedDataOf } from './linked-article.ts';
import { addressOfPage } from './page-address.ts';
import { publicationDayOfPage } from './page-day.ts';
import { type ArticleDraft, type Reading, read, refuse } from './reading.ts';

/**
 * Readability looks again, less strictly, where it finds fewer characters than this. With its own value a short article may
 * take side matter in, with the low one a note may pass for the article.
 */
const THRESHOLDS = { low: 140, own: 500 };
/** Names of notes about the page, whose text is longer than many a short article. */
const NOTE =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|law-info|imprint|print-?(?:note|only)|disclaimer|paywall|newsletter)(?:$|[\s_-])/i;
const LONGEST_NOTE = 600;
const MOST_NOTES = 50;
const LONGEST_NAME = 300;

export interface PageSettings {
  /** The charset that came with the bytes, such as that of a request. */
  readonly charset: string | null;
  /** The last day that can be one of publication. */
  readonly lastDay: CalendarDate;
}

/**
 * Reads a saved page: main text and metadata. A blank line separates blocks.
 *
 * @NOTE Readability on linkedom keeps a word whole across inline marks and leaves menus out of short pages.
 * Defuddle does neither, and is not synchronous.
 */
export function readHtmlPage(bytes: Uint8Array, settings: PageSettings): Reading<ArticleDraft> {
  const html = decodePage(bytes, settings.charset);
  if (html.kind === 'refused') return html;
  const oversize = oversizeOf(html.value);
  if (oversize !== null) return refuse(`the page has ${oversize}`);
  try {
    return readPage(html.value, settings.lastDay);
  } catch {
    // Both libraries take any page, so an exception means a malformed page.
    return refuse('the page cannot be read as HTML');
  }
}

function readPage(html: string, lastDay: CalendarDate): Reading<ArticleDraft> {
  const page = documentOf(html);
  const linked = linkedDataOf(page);
  const url = addressOfPage(page, linked.article?.url ?? null);
  const publishedOn = publicationDayOfPage({ page, html, linked, lastDay });
  if (publishedOn.kind === 'refused') return publishedOn;
  const heading = nameOf((page.querySelector('h1') ?? page.querySelector('title'))?.textContent);
  const found = mainPartOf(html, page);
  const text = withoutHeading(found.text, heading);
  if (text === '') return refuse('no text found in the page');
  const fields = {
    title: nameOf(withoutEntities(linked.article?.headline)) ?? nameOf(found.title) ?? heading,
    publisher: nameOf(withoutEntities(linked.article?.publisher)) ?? nameOf(found.siteName),
    url,
    publishedOn: publishedOn.value,
    ...(/^en\b/i.test(found.lang ?? '') && { language: found.lang ?? 'en' }),
  };
  return read({ text, fields });
}

const documentOf = (html: string): PageElement => parseHTML(withBody(html)).document;

/** JSON-LD holds plain text, but many pages write it as HTML: `Board&#8217;s vote`. */
function withoutEntities(text: string | null | undefined): string | null | undefined {
  if (text == null || !/&#?\w{2,31};/.test(text)) return text;
  return documentOf(`<p>${text.replaceAll('<', '&lt;')}</p>`).querySelector('p')?.textContent;
}

/** The parser adds no `<html>` and `<body>`, and Readability finds nothing without them. */
function withBody(html: string): string {
  if (!/<body[\s>]/i.test(html))
    return `<html><body>${html.replaceAll(/<\/?(?:html|head)\b[^<>]*>/gi, '')}</body></html>`;
  return /<html[\s>]/i.test(html) ? html : `<html>${html}</html>`;
}

/** The longer of two readings. The page itself is used up by the first, which for most pages is the only one. */
function mainPartOf(html: string, page: PageElement) {
  const first = readMainPart(page, THRESHOLDS.low);
  if (first.length >= THRESHOLDS.own) return first;
  const second = readMainPart(documentOf(html), THRESHOLDS.own);
  return second.text.length > first.text.length ? second : first;
}

function removeNotes(page: PageElement): void {
  const named = [...page.querySelectorAll('body [class], body [id]')].filter((element) =>
    NOTE.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`),
  );
  for (const element of named.slice(0, MOST_NOTES))
    if ((element.textContent ?? '').length < LONGEST_NOTE) element.remove();
}

function readMainPart(page: PageElement, charThreshold: number) {
  removeNotes(page);
  const found = new Readability<PageElement>(page, { charThreshold, serializer: (node) => node }).parse();
  return {
    text: found?.content == null ? '' : textOfElement(found.content),
    length: found?.length ?? 0,
    title: found?.title,
    siteName: found?.siteName,
    lang: found?.lang,
  };
}

/** The headline is the title, not a sentence of the text. */
const withoutHeading = (text: string, heading: string | null): string =>
  heading !== null && text.startsWith(`${heading}\n\n`) ? text.slice(heading.length + 2) : text;

const nameOf = (text: string | null | undefined): string | null =>
  oneLine((text ?? '').slice(0, LONGEST_NAME));
