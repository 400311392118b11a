import type { Database } from 'better-sqlite3';
import type { EventFilter, FacetCount, FacetName } from '../../../domain/query/timeline-query.ts';
import type { BoundsCount, DayCount } from '../../port/event-store.ts';
import {
  dayAccountsStatement,
  EVENT_MONTHS,
  eventBoundsStatement,
  eventCountStatement,
  facetStatement,
} from '../../sql/count-statements.ts';
import { countDays, type DayAccountRow } from '../../sql/day-counts.ts';
import { readRevision } from '../read/read-state.ts';
import { SQLITE } from '../sqlite-dialect.ts';
import { statementCache } from '../statement-cache.ts';

/** Counts the events of a filter, each time by one statement. */
export interface EventCounter {
  bounds(filter: EventFilter): readonly BoundsCount[];
  months(): readonly BoundsCount[];
  facet(filter: EventFilter, facet: FacetName, size: number): readonly FacetCount[];
  count(filter: EventFilter): number;
  days(filter: EventFilter): readonly DayCount[];
}

export function eventCounter(database: Database): EventCounter {
  const bounds = statementCache<BoundsCount>(database);
  const facets = statementCache<FacetCount>(database);
  const dayAccounts = statementCache<DayAccountRow>(database);
  const counts = statementCache<{ readonly count: number }>(database);
  return {
    bounds: (filter) => bounds(eventBoundsStatement(SQLITE, filter)),
    months: monthCounts(database),
    days: (filter) => countDays(dayAccounts(dayAccountsStatement(SQLITE, filter))),
    facet: (filter, facet, size) => facets(facetStatement(SQLITE, filter, facet, size)),
    count: (filter) => counts(eventCountStatement(SQLITE, filter)).reduce((sum, { count }) => sum + count, 0),
  };
}

/**
 * The counts of all events by months, read again when the revision has changed. Reading some thousand rows takes longer
 * than writing a histogram from them.
 */
function monthCounts(database: Database): () => readonly BoundsCount[] {
  const revisionNow = readRevision(database);
  const read = database.prepare<[], BoundsCount>(EVENT_MONTHS);
  let kept: { readonly revision: number; readonly counts: readonly BoundsCount[] } | undefined;
  return () => {
    // The revision is read before the counts: newer counts are then read once more, and older ones never kept.
    const revision = revisionNow();
    if (kept?.revision !== revision) kept = { revision, counts: read.all() };
    return kept.counts;
  };
}
