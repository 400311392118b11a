import type { Database } from 'better-sqlite3';
import type { EventChange } from '../../../domain/event/change.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import { allOf, type Clause } from '../../sql/clause.ts';
import { type Ordering, pageOf, stepOf } from '../../sql/keyset.ts';
import { type ChangeRow, toEventChange } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

const BY_REVISION: Ordering = { columns: ['v.revision', 'v.event_id'], descending: false };

/** Reads the versions of events as a log of changes. */
export function changeReader(database: Database): (since: number, page: PageRequest) => Page<EventChange> {
  const pages = statementCache<ChangeRow>(database);
  return (since, page) =>
    pageOf(pages(changePageStatement(since, page)), page, (row) => ({
      node: toEventChange(row),
      position: { keys: [row.revision], id: row.id },
    }));
}

export function changePageStatement(since: number, page: PageRequest): Clause {
  const step = stepOf(BY_REVISION, page);
  const { sql, values } = allOf([{ sql: 'v.revision > ?', values: [since] }, ...step.beyond]);
  return {
    sql: `SELECT v.revision, v.event_id AS id, v.change, v.into_id FROM event_versions v
      WHERE ${sql} ORDER BY ${step.orderBy(BY_REVISION.columns)} ${step.limit.sql}`,
    values: [...values, ...step.limit.values],
  };
}
