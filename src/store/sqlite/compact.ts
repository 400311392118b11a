import type { Database } from 'better-sqlite3';

/**
 * Writes the whole file anew: deleted rows stay in it until then, and so do their pages in the write-ahead log. To be called
 * outside transactions.
 */
export function compact(database: Database): void {
  database.exec('VACUUM');
  database.pragma('wal_checkpoint(TRUNCATE)');
}
