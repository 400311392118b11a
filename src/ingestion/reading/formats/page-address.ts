import { normalizeUrl } from '../identify-article.ts';
import type { PageElement } from './html-text.ts';

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

/** The addresses in which a page may write its day, relative or not. */
export const addressesOfPage = (page: PageElement): readonly string[] =>
  [
    page.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    page.querySelector('meta[property="og:url"]')?.getAttribute('content'),
    page.querySelector('link[rel~="amphtml" i]')?.getAttribute('href'),
    page.querySelector('meta[name="twitter:url" i]')?.getAttribute('content'),
    page.querySelector('link[rel~="shortlink" i]')?.getAttribute('href'),
  ].filter((address) => typeof address === 'string');
