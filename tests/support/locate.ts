import type { Span } from '../../src/domain/event/mention.ts';

/** A span of a dispatch: its words, and which of their occurrences it is, counted from 1 over whole words. */
export interface Passage {
  readonly text: string;
  readonly occurrence: number;
}

/** The position of a passage. Throws when the dispatch lacks it: the expected data are then out of date. */
export function locate(body: string, { text, occurrence }: Passage): Span {
  const pattern = text.replace(/[$.*+?^()[\]{}|\\]/gu, '\\$&');
  const words = new RegExp(`(?<!\\w)${pattern}(?!\\w)`, 'gu');
  const start = Array.from(body.matchAll(words), (match) => match.index)[occurrence - 1];
  if (start === undefined) throw new Error(`"${text}" does not occur ${occurrence} times`);
  return { start, end: start + text.length };
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
