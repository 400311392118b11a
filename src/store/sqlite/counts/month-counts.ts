import type { Database } from 'better-sqlite3';
import type { BoundsCount } from '../../port/event-store.ts';
import { readRevision } from '../read/read-state.ts';

/** A row for each pair of months that an event begins and ends in, as `eventBoundsStatement`; the kept table answers. */
const EVENT_MONTHS = `
  SELECT h.first_month AS earliestDay, h.last_month AS latestDay, h.count FROM event_months h
  ORDER BY h.first_month, h.last_month`;

/**
 * The counts of all events by months, read again when the revision has changed: to fetch some thousand rows takes longer than
 * to count and write a histogram from them.
 */
export function monthCounts(database: Database): () => readonly BoundsCount[] {
  const revisionNow = readRevision(database);
  const read = database.prepare<[], BoundsCount>(EVENT_MONTHS);
  let kept: { readonly revision: number; readonly counts: readonly BoundsCount[] } | undefined;
  return () => {
    // Read before the counts: if these are newer, they are read again the next time.
    const revision = revisionNow();
    if (kept?.revision !== revision) kept = { revision, counts: read.all() };
    return kept.counts;
  };
}
