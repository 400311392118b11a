import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../domain/event.ts';
import type { EventFilter, EventOrder, Page, PageRequest } from '../../domain/timeline-query.ts';
import { eventCountStatement, eventPageStatement } from './event-selection.ts';
import { pageOf } from './keyset.ts';
import { type EventPageRow, toEvent } from './rows.ts';
import { statementCache } from './statement-cache.ts';

/** Reads that begin at a filter: one statement for a page, one for a count. */
export interface EventLister {
  list(filter: EventFilter, order: EventOrder, page: PageRequest): Page<TimelineEvent>;
  count(filter: EventFilter): number;
}

export function eventLister(database: Database): EventLister {
  const pages = statementCache<EventPageRow>(database);
  const counts = statementCache<{ readonly count: number }>(database);
  return {
    list: (filter, order, page) =>
      pageOf(pages(eventPageStatement(filter, order, page)), page, (row) => ({
        node: toEvent(row),
        position: { keys: [row.key_1, row.key_2], id: row.id },
      })),
    count: (filter) => counts(eventCountStatement(filter)).reduce((sum, { count }) => sum + count, 0),
  };
}
