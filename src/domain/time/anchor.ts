import type { CalendarDate } from './calendar-date.ts';

/**
 * The basis of an anchor, strongest first. OVERRIDE: the caller gives it for this run. METADATA: the article's `publishedOn`,
 * or the day in its address or its file's name. DATELINE: a date printed in the text's dateline. DEFAULT: the timeline's
 * default.
 */
export const ANCHOR_BASES = ['OVERRIDE', 'METADATA', 'DATELINE', 'DEFAULT'] as const;

export type AnchorBasis = (typeof ANCHOR_BASES)[number];

/** The day from which an article's relative expressions count (TimeML: document creation time). */
export interface Anchor {
  readonly date: CalendarDate;
  readonly basis: AnchorBasis;
}
