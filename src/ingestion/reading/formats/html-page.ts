import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText, oneLine } from './decode-text.ts';
import { addressOfPage, linkedArticleOf, publicationDayOfPage } from './html-metadata.ts';
import { oversizeOf } from './html-size.ts';
import { type PageElement, textOfElement } from './html-text.ts';
import { type ArticleDraft, type Reading, read, refuse } from './reading.ts';

/** Readability tries again below this many characters, and then keeps side matter. */
const SHORTEST_ARTICLE = 140;
const LONGEST_NAME = 300;

/**
 * Reads a saved page: main text and metadata. A blank line separates blocks.
 *
 * @NOTE Readability on linkedom keeps a word whole across inline marks and leaves menus out of short pages.
 * Defuddle does neither, and is not synchronous.
 */
export function readHtmlPage(bytes: Uint8Array): Reading<ArticleDraft> {
  const html = decodeText(bytes);
  if (html.kind === 'refused') return html;
  const oversize = oversizeOf(html.value);
  if (oversize !== null) return refuse(`the page has ${oversize}`);
  try {
    return readPage(html.value);
  } catch {
    // Both libraries take any page, so an exception means a malformed page.
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

/** The parser adds no `<html>` and `<body>`, and Readability finds nothing without them. */
function withBody(html: string): string {
  if (!/<body[\s>]/i.test(html))
    return `<html><body>${html.replaceAll(/<\/?(?:html|head)\b[^<>]*>/gi, '')}</body></html>`;
  return /<html[\s>]/i.test(html) ? html : `<html>${html}</html>`;
}

/** The headline is the title, not a sentence of the text. */
const withoutHeading = (text: string, heading: string | null): string =>
  heading !== null && text.startsWith(`${heading}\n\n`) ? text.slice(heading.length + 2) : text;

const nameOf = (text: string | null | undefined): string | null =>
  oneLine((text ?? '').slice(0, LONGEST_NAME));
