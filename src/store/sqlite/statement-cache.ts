import type { Database, Statement } from 'better-sqlite3';
import type { BoundValue, Clause } from '../sql/clause.ts';

/** More shapes of filter, order and direction than clients use at a time. */
const CAPACITY = 256;

/**
 * With statistics at hand, SQLite looks at what is bound to a bare `?` beside an indexed column, and plans the statement anew
 * for each other value, which costs more than many a page; it does not look through a plus.
 */
export const plannedOnce = (sql: string): string => sql.replaceAll('?', '+?');

/** Runs statements whose text depends on the question, each prepared once as long as it is in use. */
export function statementCache<Row>(database: Database): (clause: Clause) => readonly Row[] {
  const statements = new Map<string, Statement<BoundValue[], Row>>();
  const prepared = (sql: string): Statement<BoundValue[], Row> => {
    const statement = statements.get(sql) ?? database.prepare<BoundValue[], Row>(plannedOnce(sql));
    statements.delete(sql);
    statements.set(sql, statement);
    return statement;
  };
  return ({ sql, values }) => {
    const rows = prepared(sql).all(...values);
    const [oldest] = statements.keys();
    if (statements.size > CAPACITY && oldest !== undefined) statements.delete(oldest);
    return rows;
  };
}
