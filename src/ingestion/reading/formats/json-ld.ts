import type { PageElement } from './html-text.ts';

/** What a page states for machines about its article (schema.org NewsArticle); null where it does not. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly datePublished: string | null;
}

const ARTICLE_TYPE = /(?:^|\W)(?:\w*Article|\w*Posting|Report)$/;

/** The article in a page's JSON-LD, alone, in an array or in a `@graph`; scripts that are not JSON are passed over. */
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
