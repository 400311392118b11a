import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type {
  EventFilter,
  EventOrder,
  FacetCount,
  FacetName,
  Page,
  PageRequest,
} from '../../../domain/query/timeline-query.ts';
import type { BoundsCount } from '../../port/event-store.ts';
import { pageOf } from '../../sql/keyset.ts';
import { type EventPageRow, toEventAsOf } from '../../sql/rows.ts';
import { eventBoundsStatement, eventCountStatement } from '../counts/event-counts.ts';
import { facetStatement } from '../counts/facet-statement.ts';
import { monthCounts } from '../counts/month-counts.ts';
import { statementCache } from '../statement-cache.ts';
import { eventPageStatement } from './event-selection.ts';

/** Reads that begin at a filter, each by one statement. */
export interface EventLister {
  list(filter: EventFilter, order: EventOrder, page: PageRequest): Page<TimelineEvent>;
  bounds(filter: EventFilter): readonly BoundsCount[];
  months(): readonly BoundsCount[];
  facet(filter: EventFilter, facet: FacetName, size: number): readonly FacetCount[];
  count(filter: EventFilter): number;
}

export function eventLister(database: Database): EventLister {
  const pages = statementCache<EventPageRow>(database);
  const months = monthCounts(database);
  const bounds = statementCache<BoundsCount>(database);
  const facets = statementCache<FacetCount>(database);
  const counts = statementCache<{ readonly count: number }>(database);
  return {
    list: (filter, order, page) =>
      pageOf(pages(eventPageStatement(filter, order, page)), page, (row) => ({
        node: toEventAsOf(row, filter.asOf),
        position: { keys: [row.key_1, row.key_2], id: row.id },
      })),
    months,
    bounds: (filter) => bounds(eventBoundsStatement(filter)),
    facet: (filter, facet, size) => facets(facetStatement(filter, facet, size)),
    count: (filter) => counts(eventCountStatement(filter)).reduce((sum, { count }) => sum + count, 0),
  };
}
