import type { Annotation, GoldDocument } from './read-gold.ts';

type Marked = readonly [text: string, type: Annotation['type'], value: string | null];

/** Annotations at the first occurrence of each wording in a text. */
export const annotate = (text: string, ...marked: readonly Marked[]): readonly Annotation[] =>
  marked.map(([wording, type, value]) => {
    const start = text.indexOf(wording);
    return { start, end: start + wording.length, text: wording, type, value };
  });

/** A line of a gold file. */
export const goldLine = (id: string, dct: string, text: string, ...marked: readonly Marked[]): string =>
  JSON.stringify({ id, dct, text, timexes: annotate(text, ...marked) } satisfies Record<
    keyof GoldDocument,
    unknown
  >);
