import { requireCalendarDate } from '../../../domain/time/calendar-date.ts';
import type { TimelineEntry } from '../../../domain/timeline-record.ts';

/** A timeline beside the default one, as both databases list it. */
export interface TimelineRow {
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  readonly publisher: string | null;
  readonly language: string;
  readonly license: string | null;
  readonly default_anchor: string;
  readonly names_file: string | null;
}

export const TIMELINE_COLUMNS =
  'slug, name, description, publisher, language, license, default_anchor, names_file';

export type ListedTimeline = TimelineEntry & { readonly namesFile: string | null };

export const toListedTimeline = (row: TimelineRow): ListedTimeline => ({
  slug: row.slug,
  record: {
    name: row.name,
    description: row.description,
    publisher: row.publisher,
    language: row.language,
    license: row.license,
  },
  defaultAnchor: requireCalendarDate(row.default_anchor),
  namesFile: row.names_file,
});

/** The values of `TIMELINE_COLUMNS`, in their order. */
export function timelineValues({
  slug,
  record,
  defaultAnchor,
  namesFile,
}: ListedTimeline): (string | null)[] {
  const { name, description, publisher, language, license } = record;
  return [slug, name, description, publisher, language, license, defaultAnchor, namesFile];
}
