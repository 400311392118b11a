import type { ArticleSummary } from '../../domain/event/article.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import { plainLine } from '../text/plain-text.ts';

/** The articles behind an event, each once, in the order of its mentions. */
export function sourcesOf({ mentions }: TimelineEvent): readonly ArticleSummary[] {
  return [...new Map(mentions.map(({ article }) => [article.id, article])).values()];
}

/** An article in one line: `Title, Publisher`, or its file or id where it has neither. */
export function sourceLine({ title, publisher, file, id }: ArticleSummary): string {
  const named = [title, publisher].filter((part) => part !== null).map(plainLine);
  return named.filter((part) => part !== '').join(', ') || plainLine(file ?? id);
}
