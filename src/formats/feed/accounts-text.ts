import type { TimelineEvent } from '../../domain/event/event.ts';
import { hedgedDate } from '../event/hedge.ts';
import { sourceLine } from '../event/sources.ts';
import { plainLine } from '../text/plain-text.ts';

/** An event for reading: its date with the hedge, then each account's sentence with its source, a paragraph each. */
export const accountParagraphs = (event: TimelineEvent): readonly string[] => [
  `${hedgedDate(event)}.`,
  ...event.mentions.map(({ quote, article }) => `“${plainLine(quote.exact)}” ${sourceLine(article)}`),
];
