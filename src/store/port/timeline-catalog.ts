import type { TimelineEntry } from '../../domain/timeline-record.ts';

/** A timeline beside the default one, with the place of its data. */
export interface CataloguedTimeline extends TimelineEntry {
  /** Names the timeline's own store to `openStore`. */
  readonly databaseUrl: string;
  /** The file of names laid over the bundled ones; null for none. */
  readonly namesFile: string | null;
}

/** The parts of a timeline that may be changed. */
export type TimelineChanges = Partial<Pick<TimelineEntry, 'slug' | 'record' | 'defaultAnchor'>> & {
  readonly namesFile?: string | null;
};

/** The timelines of a database besides the default one. */
export interface TimelineCatalog {
  /** In the order of their slugs. */
  list(): Promise<readonly CataloguedTimeline[]>;
  /** Throws `BAD_CONFIG` where the slug is taken, or where the database holds one timeline only. */
  create(timeline: TimelineEntry & Pick<CataloguedTimeline, 'namesFile'>): Promise<void>;
  /** Throws `NOT_FOUND` for a slug that is not listed, and `BAD_CONFIG` for a new one that is taken. */
  change(slug: string, changes: TimelineChanges): Promise<void>;
  /** Removes a timeline with all its data. Throws `NOT_FOUND` for a slug that is not listed. */
  remove(slug: string): Promise<void>;
  close(): Promise<void>;
}
