import type { CalendarDate } from './calendar-date.ts';
import type { Mention } from './mention.ts';

/** The day from which on a mention could be read: its article's `publishedOn`, or its anchor where it has none. */
export const knownOn = ({ article, anchor }: Pick<Mention, 'article' | 'anchor'>): CalendarDate =>
  article.publishedOn ?? anchor.date;
