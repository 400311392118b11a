/** What a post is put together from. Lead and link are always kept. */
export interface PostParts {
  /** When it was, with the hedge: `5 years ago, about December 2021:`. */
  readonly lead: string;
  readonly title: string;
  /** A line on who tells of it; null for none. */
  readonly sources: string | null;
  readonly link: string;
}

/** A link in a post of Bluesky (`app.bsky.richtext.facet`): positions are bytes of UTF-8, the end exclusive. */
export interface LinkFacet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly [{ readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }];
}

export interface PostTexts {
  /** At most 300 graphemes and 3000 bytes of UTF-8, with a link that its facets make. */
  readonly bluesky: string;
  readonly mastodon: string;
  readonly plain: string;
}

const BLUESKY = { graphemes: 300, bytes: 3000 };
/** What an instance allows unless it says otherwise, and what it counts for any URL. */
const MASTODON = { characters: 500, url: 23 };
/** In graphemes: a longer address is shown by its host. */
const LONGEST_LABEL = 80;

/** One event as a post of each network. `link` is where its readers are led. */
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
    (candidate) => graphemeCount(candidate) <= BLUESKY.graphemes && byteCount(candidate) <= BLUESKY.bytes,
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

/** Nobody is mentioned: what looks like a name with an @ is broken by a word joiner. */
function mastodonText({ link, ...parts }: PostParts): string {
  const unmentioning = (text: string): string => text.replaceAll('@', '@\u2060');
  const safe = {
    lead: unmentioning(parts.lead),
    title: unmentioning(parts.title),
    sources: parts.sources === null ? null : unmentioning(parts.sources),
  };
  return fitText({ ...safe, link }, (text) => mastodonLength(text, link) <= MASTODON.characters);
}

/** Never below what Mastodon counts: code units are no fewer than its graphemes, and each further URL costs its 23 on top. */
function mastodonLength(text: string, link: string): number {
  const rest = text.slice(0, text.length - link.length);
  return rest.length + MASTODON.url * (1 + rest.split('://').length - 1);
}

/** No post of any network has room for more of a title, in code units. */
const LONGEST_TITLE = 3000;

/** The whole text where it fits; else without the sources; else with the title cut behind a word. */
export function fitText(parts: PostParts, fits: (text: string) => boolean): string {
  const { lead, title, link } = parts;
  const whole = wholeText(parts);
  if (fits(whole)) return whole;
  const unsourced = wholeText({ ...parts, sources: null });
  if (fits(unsourced)) return unsourced;
  const cut = (end: number): string =>
    `${lead} ${title.slice(0, end).replace(/[\s,;:–—-]+$/, '')}…\n\n${link}`;
  const ends = wordEnds(title.slice(0, LONGEST_TITLE));
  return cut(ends.findLast((end) => fits(cut(end))) ?? 0);
}

export const wholeText = ({ lead, title, sources, link }: PostParts): string =>
  [`${lead} ${title}`, '', ...(sources === null ? [] : [sources]), link].join('\n');

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const UTF_8 = new TextEncoder();

/** Characters as readers see them (UAX 29, extended grapheme clusters). */
export const graphemeCount = (text: string): number => [...GRAPHEMES.segment(text)].length;

/** In UTF-8. */
export const byteCount = (text: string): number => UTF_8.encode(text).length;

/**
 * Where a text may end early, in code units, shortest first: before white space; in one that has none, also between words
 * as UAX 29 finds them. Never inside a grapheme.
 */
function wordEnds(text: string): readonly number[] {
  const graphemes = new Set([...GRAPHEMES.segment(text)].map(({ index }) => index));
  const spaces = [...text.matchAll(/\s+/g)].map(({ index }) => index);
  const ends = spaces.length > 0 ? spaces : [...WORDS.segment(text)].map(({ index }) => index);
  return ends.filter((index) => index > 0 && graphemes.has(index));
}
