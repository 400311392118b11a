import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { type TimelineEntry, type TimelineRecord, timelinePath } from '../../domain/timeline-record.ts';

/** A timeline in a list, as all interfaces give it. */
export interface ListedTimeline extends TimelineRecord {
  readonly slug: string;
  readonly defaultAnchor: CalendarDate;
  /** Below the root of the server: `/` or `/t/harbour-strike/`. */
  readonly path: string;
}

export const listedTimeline = ({ slug, record, defaultAnchor }: TimelineEntry): ListedTimeline => ({
  slug,
  ...record,
  defaultAnchor,
  path: `${timelinePath(slug)}/`,
});
