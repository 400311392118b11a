import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { addRowChecksum } from './row-checksum.ts';

/** How long a writer waits for another one before it gives up with `STORE_BUSY`. */
const BUSY_TIMEOUT_MS = 5000;
const BUSY_RETRY_MS = 10;

/**
 * The length of the log at which its pages are moved into the file, each once. Four times that of SQLite's default; the log's
 * index still is a single block, so that reads cost the same.
 */
const LOG_PAGES = 4000;

/** NORMAL loses nothing when the process dies. A power cut may undo the last changes, each as a whole. */
const PRAGMAS = [
  'synchronous = NORMAL',
  'foreign_keys = ON',
  'journal_size_limit = 67108864',
  'cache_size = -65536',
  `wal_autocheckpoint = ${LOG_PAGES}`,
];

/** A connection with the settings that every writing connection needs. */
export function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    for (const pragma of PRAGMAS) database.pragma(pragma);
    addRowChecksum(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A connection that waits for no other, to a file that exists. */
export const openPlain = (file: string): Database.Database =>
  new Database(file, { fileMustExist: true, timeout: 0 });

/** A connection beside a writing one. Its cache is small, because heavy reads seldom need a page twice. */
export function connectReader(file: string): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  database.pragma('cache_size = -4096');
  addRowChecksum(database);
  return database;
}

/**
 * Lets readers go on during a write. The mode is kept in the file, so that it is set only on a file of this program. SQLite
 * does not wait for another connection here: the second process on a new file has to try again.
 */
export async function useWriteAheadLog(database: Database.Database): Promise<void> {
  for (let waited = 0; ; waited += BUSY_RETRY_MS) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_TIMEOUT_MS) throw error;
    }
    await setTimeout(BUSY_RETRY_MS);
  }
}

export const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/**
 * Closes a connection. Before, it refreshes the planner's statistics and moves the write-ahead log into the file. The last
 * connection also ends the mode of the log: it leaves one file, which can be copied, and opened where nothing can be written.
 * Each step may fail, or be skipped where it would have to wait: the data is as safe without.
 */
export function disconnect(database: Database.Database): void {
  if (!database.open) return;
  try {
    database.pragma('busy_timeout = 0');
    database.pragma('optimize');
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    database.close();
  }
}
