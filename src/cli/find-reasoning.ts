import type { Mention, Span } from '../domain/mention.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type Reasoning, reasoningOf } from './reasoning.ts';

/**
 * How a mention's expression came to its date, as reading the article once more shows; undefined for an undated mention,
 * or when the rules have changed since.
 */
export async function findReasoning(timeline: Timeline, mention: Mention): Promise<Reasoning | undefined> {
  const { timex, anchor } = mention;
  const article = timex === null ? undefined : await timeline.getArticle(mention.article.id);
  if (timex === null || article === undefined) return undefined;
  for (const found of timeline.resolveText(article.text, anchor.date))
    if (found.kind === 'resolved' && isSameSpan(found.timex, timex)) return reasoningOf(found, article.text);
  return undefined;
}

const isSameSpan = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end;
