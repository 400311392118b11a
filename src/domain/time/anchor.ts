import type { CalendarDate } from './calendar-date.ts';

/**
 * What the anchor rests on, strongest first: given by the caller for this run, the article's own `publishedOn`,
 * a date printed in the text's dateline, or the timeline's default.
 */
export const ANCHOR_BASES = ['OVERRIDE', 'METADATA', 'DATELINE', 'DEFAULT'] as const;

export type AnchorBasis = (typeof ANCHOR_BASES)[number];

/** The day against which an article's relative expressions are resolved (TimeML: document creation time). */
export interface Anchor {
  readonly date: CalendarDate;
  readonly basis: AnchorBasis;
}
