/** What a post is put together from. Lead and link are always kept. */
export interface TextParts {
  /** When it was, with the hedge: `5 years ago, about December 2021:`. */
  readonly lead: string;
  readonly title: string;
  /** A line on who tells of it; null for none. */
  readonly sources: string | null;
  readonly link: string;
}

/** No post of any network has room for more of a title, in code units. */
const LONGEST_TITLE = 3000;

/** The whole text where it fits; else without the sources; else with the title cut behind a word. */
export function fitText(parts: TextParts, fits: (text: string) => boolean): string {
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

export const wholeText = ({ lead, title, sources, link }: TextParts): string =>
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
