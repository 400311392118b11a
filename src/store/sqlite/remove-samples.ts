import type { Database } from 'better-sqlite3';

/** Empties the planner's statistics of samples, which may hold names and addresses. ANALYZE makes the table. */
export function removeSamples(database: Database): void {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'").get();
  if (table !== undefined) database.exec('DELETE FROM sqlite_stat4');
}
