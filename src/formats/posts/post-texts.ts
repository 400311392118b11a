import { byteCount, fitText, graphemeCount, type TextParts, wholeText } from './fit-text.ts';

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
export function postTexts(parts: TextParts): {
  readonly texts: PostTexts;
  readonly facets: readonly LinkFacet[];
} {
  const { text, facet } = blueskyText(parts);
  return {
    texts: { bluesky: text, mastodon: mastodonText(parts), plain: wholeText(parts) },
    facets: [facet],
  };
}

function blueskyText(parts: TextParts): { readonly text: string; readonly facet: LinkFacet } {
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
function mastodonText({ link, ...parts }: TextParts): string {
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
