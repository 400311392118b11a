/** The parts of a post. Lead and link are never cut. */
export interface PostParts {
  /** The date, with the hedge: `5 years ago, about December 2021:`. */
  readonly lead: string;
  readonly title: string;
  /** A line with the publishers; null for none. */
  readonly sources: string | null;
  readonly link: string;
}

/** A link in a post of Bluesky (`app.bsky.richtext.facet`). Positions are bytes of UTF-8; the end is exclusive. */
export interface LinkFacet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly [{ readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }];
}

export interface PostTexts {
  /** At most 300 graphemes and 3000 bytes of UTF-8. A facet makes the link. */
  readonly bluesky: string;
  readonly mastodon: string;
  readonly plain: string;
}

const BLUESKY = { graphemes: 300, bytes: 3000 };
/** The usual limit of an instance, and the length that it counts for any URL. */
const MASTODON = { characters: 500, url: 23 };
/** The longest address that is shown whole. Of a longer address the host is shown. */
const LONGEST_LABEL = 80;

/** One event as a post of each network. `link` leads readers to the event. */
export function postTexts(parts: PostParts): {
  readonly texts: PostTexts;
  readonly facets: readonly LinkFacet[];
} {
  const { text, facet } = blueskyText(parts);
  return {
    texts: { bluesky: text, mastodon: mastodonText(parts), plain: wholeText(parts) },
    facets: [facet],
  };
}

function blueskyText(parts: PostParts): { readonly text: string; readonly facet: LinkFacet } {
  const label = labelOf(parts.link);
  const text = fitText(
    { ...parts, link: label },
    (candidate) => byteCount(candidate) <= BLUESKY.bytes && hasGraphemes(candidate, BLUESKY.graphemes),
  );
  const byteEnd = byteCount(text);
  const features = [{ $type: 'app.bsky.richtext.facet#link', uri: parts.link }] as const;
  return { text, facet: { index: { byteStart: byteEnd - byteCount(label), byteEnd }, features } };
}

function labelOf(link: string): string {
  const { host } = new URL(link);
  const labels = [link.replace(/^https?:\/\//, ''), host];
  return labels.find((label) => label.length <= LONGEST_LABEL) ?? 'timeline';
}

/** A word joiner behind each `@` keeps Mastodon from reading a mention of an account. */
function mastodonText({ link, ...parts }: PostParts): string {
  const unmentioning = (text: string): string => text.replaceAll('@', '@\u2060');
  const safe = {
    lead: unmentioning(parts.lead),
    title: unmentioning(parts.title),
    sources: parts.sources === null ? null : unmentioning(parts.sources),
  };
  return fitText({ ...safe, link }, (text) => mastodonLength(text, link) <= MASTODON.characters);
}

/** At least the length that Mastodon counts: it counts graphemes, never more than code units, and 23 for each further URL. */
function mastodonLength(text: string, link: string): number {
  const rest = text.slice(0, text.length - link.length);
  return rest.length + MASTODON.url * (1 + rest.split('://').length - 1);
}

/** The longest part of a title that any post has room for, in graphemes. */
const LONGEST_TITLE = Math.max(BLUESKY.graphemes, MASTODON.characters);

/** The whole text if it fits; else the text without the sources; else also with the title cut after a word. */
function fitText(parts: PostParts, fits: (text: string) => boolean): string {
  const { lead, title, link } = parts;
  const whole = wholeText(parts);
  if (fits(whole)) return whole;
  const unsourced = wholeText({ ...parts, sources: null });
  if (fits(unsourced)) return unsourced;
  const cut = (end: number): string =>
    `${lead} ${title.slice(0, end).replace(/[\s,;:–—-]+$/, '')}…\n\n${link}`;
  return cut(lastThat(wordEnds(title), (end) => fits(cut(end))) ?? 0);
}

/** The last of the numbers that passes, by binary search: each number before one that passes does too. */
function lastThat(numbers: readonly number[], passes: (number: number) => boolean): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(numbers[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return numbers[low - 1];
}

const wholeText = ({ lead, title, sources, link }: PostParts): string =>
  [`${lead} ${title}`, '', ...(sources === null ? [] : [sources]), link].join('\n');

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const UTF_8 = new TextEncoder();

/** Where characters as readers see them begin (UAX 29, extended grapheme clusters); at most so many. */
function graphemesOf(text: string, most: number): readonly number[] {
  const begins: number[] = [];
  for (const { index } of GRAPHEMES.segment(text)) {
    if (begins.length >= most) break;
    begins.push(index);
  }
  return begins;
}

/** Whether a text has at most so many graphemes. A grapheme has one code unit or more. */
const hasGraphemes = (text: string, most: number): boolean =>
  text.length <= most || graphemesOf(text, most + 1).length <= most;

const byteCount = (text: string): number => UTF_8.encode(text).length;

/**
 * The positions at which a title may be cut, in code units. They lie before white space, or between the words of UAX 29 in a
 * text without white space. No position lies inside a grapheme, or behind more of them than a post has room for.
 */
function wordEnds(title: string): readonly number[] {
  const begins = graphemesOf(title, LONGEST_TITLE + 1);
  const text = title.slice(0, begins.at(-1));
  const spaces = [...text.matchAll(/\s+/g)].map(({ index }) => index);
  const ends = spaces.length > 0 ? spaces : [...WORDS.segment(text)].map(({ index }) => index);
  const graphemes = new Set(begins);
  return ends.filter((index) => index > 0 && graphemes.has(index));
}
