import type { Mention, Span } from '../domain/mention.ts';
import type { Resolution } from '../domain/resolution.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** How a mention's expression came to its date, as reading the article once more shows. */
export interface Reasoning {
  readonly direction: Resolution['direction'];
  /** The words it counts from, `anchor`, or null for an expression that needs no reference. */
  readonly countedFrom: string | null;
  readonly confidence: number;
}

/** Resolves the article's text again; undefined for an undated mention, or when the rules have changed since. */
export async function findReasoning(timeline: Timeline, mention: Mention): Promise<Reasoning | undefined> {
  const { timex, anchor } = mention;
  const article = timex === null ? undefined : await timeline.getArticle(mention.article.id);
  if (timex === null || article === undefined) return undefined;
  for (const found of timeline.resolveText(article.text, anchor.date))
    if (found.kind === 'resolved' && isSameSpan(found.timex, timex)) {
      const { direction, reference, confidence } = found;
      return { direction, countedFrom: referenceText(reference, article.text), confidence };
    }
  return undefined;
}

const isSameSpan = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end;

function referenceText(reference: Resolution['reference'], text: string): string | null {
  if (reference.kind === 'NONE') return null;
  return reference.kind === 'ANCHOR' ? 'anchor' : text.slice(reference.start, reference.end);
}
