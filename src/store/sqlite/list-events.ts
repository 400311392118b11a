import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../domain/event.ts';
import type { DayBounds } from '../../domain/event-date.ts';
import type { EventFilter, EventOrder, Page, PageRequest } from '../../domain/timeline-query.ts';
import { eventBoundsStatement, eventCountStatement, eventPageStatement } from './event-selection.ts';
import { pageOf } from './keyset.ts';
import { type EventPageRow, toEventAsOf } from './rows.ts';
import { statementCache } from './statement-cache.ts';

/** Reads that begin at a filter: one statement for a page, one for a count, one for the bounds. */
export interface EventLister {
  list(filter: EventFilter, order: EventOrder, page: PageRequest): Page<TimelineEvent>;
  bounds(filter: EventFilter): readonly DayBounds[];
  count(filter: EventFilter): number;
}

export function eventLister(database: Database): EventLister {
  const pages = statementCache<EventPageRow>(database);
  const bounds = statementCache<DayBounds>(database);
  const counts = statementCache<{ readonly count: number }>(database);
  return {
    list: (filter, order, page) =>
      pageOf(pages(eventPageStatement(filter, order, page)), page, (row) => ({
        node: toEventAsOf(row, filter.asOf),
        position: { keys: [row.key_1, row.key_2], id: row.id },
      })),
    bounds: (filter) => bounds(eventBoundsStatement(filter)),
    count: (filter) => counts(eventCountStatement(filter)).reduce((sum, { count }) => sum + count, 0),
  };
}
