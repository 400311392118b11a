import type { Database } from 'better-sqlite3';

/** Writes the whole file anew, because deleted rows stay in its pages until then. To be called outside transactions. */
export const rewriteFile = (database: Database): void => void database.exec('VACUUM');

/**
 * Moves the write-ahead log into the file and leaves the log empty. Returns false while a reader of an earlier state holds the log:
 * SQLite reports that in a row, not as an error.
 */
export const emptyLog = (database: Database): boolean =>
  database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
