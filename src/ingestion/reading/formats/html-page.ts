import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText, oneLine } from './decode-text.ts';
import { addressOfPage, publicationDayOfPage } from './html-metadata.ts';
import { oversizeOf } from './html-size.ts';
import { type PageElement, textOfElement } from './html-text.ts';
import { linkedArticleOf } from './json-ld.ts';
import { type ArticleDraft, type Reading, read, refuse } from './reading.ts';

/** Below so many characters Readability tries again, keeping what it takes for side matter. */
const SHORTEST_ARTICLE = 140;
const LONGEST_NAME = 300;

/**
 * A saved page: its main text, blocks a blank line apart, and what it says about itself.
 *
 * @NOTE Readability on linkedom, because it keeps a word whole across inline marks and leaves menus out of short
 * pages, where defuddle did neither, and because it answers at once, where defuddle answers with a promise.
 */
export function readHtmlPage(bytes: Uint8Array): Reading<ArticleDraft> {
  const html = decodeText(bytes);
  if (html.kind === 'refused') return html;
  const oversize = oversizeOf(html.value);
  if (oversize !== null) return refuse(`the page has ${oversize}`);
  try {
    return readPage(html.value);
  } catch {
    // Both libraries run on whatever the page holds; what trips them is the page's fault.
    return refuse('the page cannot be read as HTML');
  }
}

function readPage(html: string): Reading<ArticleDraft> {
  const page: PageElement = parseHTML(withBody(html)).document;
  const linked = linkedArticleOf(page);
  const url = addressOfPage(page, linked?.url ?? null);
  const publishedOn = publicationDayOfPage(page, linked?.datePublished ?? null);
  if (publishedOn.kind === 'refused') return publishedOn;
  const heading = nameOf((page.querySelector('h1') ?? page.querySelector('title'))?.textContent);
  const found = new Readability<PageElement>(page, {
    charThreshold: SHORTEST_ARTICLE,
    serializer: (node) => node,
  }).parse();
  const text = found?.content == null ? '' : withoutHeading(textOfElement(found.content), heading);
  if (text === '') return refuse('no text found in the page');
  const fields = {
    title: nameOf(linked?.headline) ?? nameOf(found?.title) ?? heading,
    publisher: nameOf(linked?.publisher) ?? nameOf(found?.siteName),
    url,
    publishedOn: publishedOn.value,
    ...(/^en\b/i.test(found?.lang ?? '') && { language: found?.lang ?? 'en' }),
  };
  return read({ text, fields });
}

/** The parser adds no `<html>` and `<body>` of its own, and without them nothing is found. */
function withBody(html: string): string {
  if (!/<body[\s>]/i.test(html))
    return `<html><body>${html.replaceAll(/<\/?(?:html|head)\b[^<>]*>/gi, '')}</body></html>`;
  return /<html[\s>]/i.test(html) ? html : `<html>${html}</html>`;
}

/** A headline is the article's title and no sentence of it. */
const withoutHeading = (text: string, heading: string | null): string =>
  heading !== null && text.startsWith(`${heading}\n\n`) ? text.slice(heading.length + 2) : text;

const nameOf = (text: string | null | undefined): string | null =>
  oneLine((text ?? '').slice(0, LONGEST_NAME));
