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
export function wordEnds(text: string): readonly number[] {
  const graphemes = new Set([...GRAPHEMES.segment(text)].map(({ index }) => index));
  const spaces = [...text.matchAll(/\s+/g)].map(({ index }) => index);
  const ends = spaces.length > 0 ? spaces : [...WORDS.segment(text)].map(({ index }) => index);
  return ends.filter((index) => index > 0 && graphemes.has(index));
}
