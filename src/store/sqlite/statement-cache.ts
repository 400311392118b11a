import type { Database, Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { BoundValue, Clause } from '../sql/clause.ts';

/** More shapes of filter, order and direction than clients use at a time. */
const PREPARED_STATEMENTS = 256;

/**
 * With statistics, SQLite looks at the value of a bare `?` beside an indexed column or after LIMIT. It plans the statement
 * again for each new value, which costs more than many a page. It does not look through a plus.
 */
export const plannedOnce = (sql: string): string => sql.replaceAll('?', '+?');

/** Runs statements whose text depends on the request. Each is prepared once while it is in use. */
export function statementCache<Row>(database: Database): (clause: Clause) => readonly Row[] {
  const statements = new LRUCache<string, Statement<BoundValue[], Row>>({
    max: PREPARED_STATEMENTS,
    memoMethod: (sql) => database.prepare<BoundValue[], Row>(plannedOnce(sql)),
  });
  return ({ sql, values }) => statements.memo(sql).all(...values);
}
