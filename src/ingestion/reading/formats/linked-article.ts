import type { PageElement } from './html-text.ts';

/** The article in a page's JSON-LD (schema.org NewsArticle); a field is null where the page leaves it out. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
}

/** The article in a page's JSON-LD, and its days of publication, best first. */
export interface LinkedData {
  readonly article: LinkedArticle | null;
  readonly published: readonly string[];
  /** Days of the page around the article, of a film in it, or of making. */
  readonly weaker: readonly string[];
}

const ARTICLE_TYPE = /(?:^|\W)(?:\w*Article|\w*Posting|Report|Recipe)$/;
/** Nodes whose day is that of another text. */
const OTHER_TYPE = /(?:Comment|Review|Answer|Question|Rating|Person|Organization|ListItem|WebSite)$/;

/** Reads a page's JSON-LD: a node alone, in an array, in a `@graph`, or the main entity of another. */
export function linkedDataOf(page: PageElement): LinkedData {
  const nodes = [...page.querySelectorAll('script[type*="ld+json" i]')]
    .flatMap((script) => nodesOf(parseLinkedData(script.textContent ?? '')))
    .filter((node) => !hasType(node, OTHER_TYPE));
  const articles = nodes.filter((node) => hasType(node, ARTICLE_TYPE));
  const article = articles.find((node) => textOf(field(node, 'datePublished')) !== null) ?? articles[0];
  const others = nodes.filter((node) => !articles.includes(node));
  return {
    article: article === undefined ? null : articleOf(article),
    published: textsOf(articles, ['datePublished']),
    weaker: [
      ...textsOf(others, ['datePublished', 'uploadDate']),
      ...textsOf(articles, ['dateCreated', 'uploadDate']),
      ...textsOf(others, ['dateCreated']),
    ],
  };
}

const articleOf = (node: unknown): LinkedArticle => ({
  headline: textOf(field(node, 'headline')) ?? textOf(field(node, 'name')),
  publisher: nameOf(field(node, 'publisher')),
  url:
    textOf(field(node, 'url')) ??
    textOf(field(field(node, 'mainEntityOfPage'), '@id')) ??
    textOf(field(node, 'mainEntityOfPage')),
});

const hasType = (node: unknown, type: RegExp): boolean =>
  [field(node, '@type')].flat().some((each) => type.test(String(each)));

const textsOf = (nodes: readonly unknown[], names: readonly string[]): readonly string[] =>
  names
    .flatMap((name) => nodes.map((node) => textOf([field(node, name)].flat()[0])))
    .filter((text) => text !== null);

const PARTS = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const DEEPEST = 4;
const MOST_NODES = 500;

function nodesOf(value: unknown, depth = 0): readonly unknown[] {
  if (depth > DEEPEST) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_NODES) : [value];
  return list.flatMap((node) =>
    Array.isArray(node)
      ? nodesOf(node, depth + 1)
      : [
          node,
          ...PARTS.map((part) => field(node, part))
            .filter((part) => typeof part === 'object')
            .flatMap((part) => nodesOf(part, depth + 1)),
        ],
  );
}

const nameOf = (value: unknown): string | null => {
  const [first] = [value].flat();
  return textOf(first) ?? textOf(field(first, 'name'));
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
};

/** A field of JSON that is otherwise beyond repair. */
const FIELD = /"(?<name>@type|headline|datePublished)"\s{0,9}:\s{0,9}"(?<value>[^"]{1,300})"/g;

/** Mends the faults that pages have in their JSON-LD: marks of comments and of CDATA, line ends in strings, spare commas. */
function parseLinkedData(text: string): unknown {
  return parseJson(text) ?? parseJson(mended(text)) ?? fieldsOf(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mended(text: string): string {
  const bare = text.replaceAll(/<!\[CDATA\[|\]\]>|<!--|-->/g, ' ');
  const end = Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']'));
  return bare
    .slice(Math.max(bare.search(/[[{]/), 0), end + 1)
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/,(?=\s*[}\]])/g, '');
}

/** Of a repeated field the first value counts: that of the article comes before those of its parts. */
const fieldsOf = (text: string): unknown =>
  Object.fromEntries(
    [...text.matchAll(FIELD)].map(({ groups }) => [groups?.['name'], groups?.['value']]).reverse(),
  );
