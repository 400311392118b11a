import type { PageElement, PageNode } from './html-text.ts';

/** An element that may show a day: `<time>`, a by-line, a line under the headline. */
export interface PageMark {
  /** PUBLISHED is named so by the page, TIME is an element for times, LINE has a name such as "byline" or "post-date". */
  readonly kind: 'PUBLISHED' | 'TIME' | 'LINE';
  /** The values of its attributes, then its own text. */
  readonly values: readonly string[];
  /** Its place in the page's text. */
  readonly start: number;
  readonly isUpdate: boolean;
}

/** The visible text of a page, a line for each block, with the elements that may show a day. Teasers have none. */
export interface PageMarks {
  readonly text: string;
  readonly marks: readonly PageMark[];
  /** Where the headline lies; null where the page has none. */
  readonly headline: { readonly start: number; readonly end: number } | null;
}

const NOT_SHOWN = new Set('head script style noscript template svg select textarea iframe object'.split(' '));
const INLINE = new Set('a abbr b em i small span strong sub sup time u font cite label'.split(' '));
/** Names of the parts of a page that tell of other pages. */
const OTHER_NAMES =
  /(?:^|-)(?:relate[ds]?|recommend\w*|comments?|commentlist|sidebar|teasers?|promos?|popular|trending|latest|recent|(?<!(?:post|entry|article|story)-)footer|widgets?|carousel|more|next|nextprev|newsletter|archives?|menu|ticker|sponsored|advert\w*|outbrain|taboola|copyright)(?:-|$)/;
const DATED_NAMES =
  /(?:^|-)(?:dates?|dateline|datetime|\w*date|pub|published|publish|publication|posted|issued|timestamp|time|byline|byl|by|meta|metadata|submitted|dtstamp|created|info)(?:-|$)/;
const PUBLISHED_NAMES =
  /(?:^|-)(?:published|pubdate|publish-?(?:date|time)|publication-date|entry-date|post-date|dtstamp)(?:-|$)/;
const UPDATED_NAMES = /(?:^|-)(?:updated?|modified|lastmod|revised)(?:-|$)/;
/** Attributes with a day for programs. */
const ATTRIBUTES = [
  'datetime',
  'content',
  'title',
  'data-datetime',
  'data-date',
  'data-timestamp',
  'data-time',
  'data-published',
  'data-utime',
];
const LONGEST_LINE = 250;
const MOST_MARKS = 1_000;

interface Walk {
  readonly pieces: string[];
  readonly marks: PageMark[];
  readonly headline: PageElement | null;
  readonly aboveHeadline: ReadonlySet<PageNode>;
  /** Then every other article is a teaser. */
  readonly isHeadlineInArticle: boolean;
  length: number;
  span: PageMarks['headline'];
}

export function marksOfPage(page: PageElement): PageMarks {
  const headline = headlineOf(page);
  const above = [...ancestorsOf(headline)];
  const walk: Walk = {
    pieces: [],
    marks: [],
    headline,
    aboveHeadline: new Set(above),
    isHeadlineInArticle: above.some((node) => isElement(node) && node.localName === 'article'),
    length: 0,
    span: null,
  };
  for (const child of page.childNodes) visit(child, walk, false);
  return { text: walk.pieces.join(''), marks: walk.marks, headline: walk.span };
}

/** The heading that the page's title repeats, else its first `<h1>`, which may be the name of the paper. */
function headlineOf(page: PageElement): PageElement | null {
  const shared = page.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const titles = [shared, page.querySelector('title')?.textContent]
    .map(wordsOf)
    .filter((text) => text !== '');
  const headings = [...page.querySelectorAll('h1, h2, h3')].slice(0, MOST_MARKS);
  const repeated = headings.find((heading) => {
    const words = wordsOf(heading.textContent?.slice(0, LONGEST_LINE));
    return words.length > 12 && titles.some((title) => title.includes(words) || words.includes(title));
  });
  return repeated ?? headings.find(({ localName }) => localName === 'h1') ?? null;
}

const wordsOf = (text: string | null | undefined): string =>
  (text ?? '')
    .slice(0, 500)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

function* ancestorsOf(element: PageElement | null): Iterable<PageNode> {
  for (let node: PageNode | null = element; node !== null; node = node.parentNode) yield node;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

function visit(node: PageNode, walk: Walk, isInStory: boolean): void {
  if (node.nodeType === TEXT_NODE) write((node.textContent ?? '').replaceAll(/\s+/g, ' '), walk);
  if (!isElement(node)) return;
  const name = node.localName.toLowerCase();
  if (NOT_SHOWN.has(name)) return;
  const names = namesOf(node);
  const holdsHeadline = walk.aboveHeadline.has(node);
  if (!holdsHeadline && isOfOthers(name, names, walk, isInStory)) return;
  const isBlock = !INLINE.has(name);
  if (isBlock) write('\n', walk);
  const { length: start } = walk;
  const first = walk.pieces.length;
  for (const child of node.childNodes) visit(child, walk, isInStory || (holdsHeadline && name === 'article'));
  if (node === walk.headline) walk.span = { start, end: walk.length };
  const kind = holdsHeadline ? undefined : kindOf(node, names);
  if (kind !== undefined && walk.marks.length < MOST_MARKS)
    walk.marks.push({
      kind,
      values: valuesOf(node, textSince(walk, first, start)),
      start,
      isUpdate: isUpdate(node, names),
    });
  if (isBlock) write('\n', walk);
}

function write(text: string, walk: Walk): void {
  if (text === '') return;
  walk.pieces.push(text);
  walk.length += text.length;
}

/** The text that was written since; empty where it is too long for a line with a day. */
const textSince = ({ pieces, length }: Walk, first: number, start: number): string =>
  length - start > LONGEST_LINE ? '' : pieces.slice(first).join('').trim();

/** A story has a foot of its own. An article other than that of the headline is a teaser. */
function isOfOthers(name: string, names: string, { isHeadlineInArticle }: Walk, isInStory: boolean): boolean {
  if (OTHER_NAMES.test(names) || name === 'aside' || name === 'nav') return true;
  return (name === 'footer' && !isInStory) || (name === 'article' && isHeadlineInArticle);
}

const valuesOf = (element: PageElement, text: string): readonly string[] =>
  [...ATTRIBUTES.map((name) => element.getAttribute(name) ?? ''), text].filter(
    (value) => value.trim() !== '',
  );

const isUpdate = (element: PageElement, names: string): boolean =>
  (UPDATED_NAMES.test(names) && !PUBLISHED_NAMES.test(names)) ||
  /dateModified/i.test(element.getAttribute('itemprop') ?? '');

function kindOf(element: PageElement, names: string): PageMark['kind'] | undefined {
  if (
    /datePublished/i.test(element.getAttribute('itemprop') ?? '') ||
    element.getAttribute('pubdate') !== null
  )
    return 'PUBLISHED';
  const isTime =
    element.localName === 'time' || (element.localName === 'abbr' && element.getAttribute('title') !== null);
  if (isTime || element.getAttribute('datetime') !== null)
    return PUBLISHED_NAMES.test(names) ? 'PUBLISHED' : 'TIME';
  if (!DATED_NAMES.test(names)) return undefined;
  return PUBLISHED_NAMES.test(names) ? 'PUBLISHED' : 'LINE';
}

/** `class="entryMeta post_date"` → `entry-meta-post-date`. */
const namesOf = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''}-${element.getAttribute('id') ?? ''}`
    .slice(0, 500)
    .replaceAll(/(?<=[a-z])(?=[A-Z])|[\s_:]+/g, '-')
    .toLowerCase();

const isElement = (node: PageNode): node is PageElement => node.nodeType === ELEMENT_NODE;
