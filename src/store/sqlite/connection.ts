import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';

/** How long a writer waits for another one before it gives up with `STORE_BUSY`. */
const BUSY_TIMEOUT_MS = 5000;
const BUSY_RETRY_MS = 10;

/** NORMAL loses nothing when the process dies. A power cut may undo the last changes, each as a whole. */
const PRAGMAS = [
  'synchronous = NORMAL',
  'foreign_keys = ON',
  'journal_size_limit = 67108864',
  'cache_size = -65536',
];

/** Reading a file of this size through takes less than a second; damage to a larger one is found by `verify`. */
const CHECKED_AT_ONCE_BYTES = 64 * 1024 * 1024;

/**
 * A connection with the settings that every connection needs. Throws `STORE_CORRUPT` for a damaged file, because SQLite
 * would otherwise serve the sound pages of it.
 */
export function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    for (const pragma of PRAGMAS) database.pragma(pragma);
    checkQuickly(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A connection beside a writing one. Its cache is small, because heavy reads seldom need a page twice. */
export function connectReader(file: string): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  database.pragma('cache_size = -4096');
  return database;
}

function checkQuickly(database: Database.Database): void {
  const pages = database.prepare<[], { bytes: number }>(SIZE).get();
  if (pages === undefined || pages.bytes > CHECKED_AT_ONCE_BYTES) return;
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok')
    throw new TimelineError('STORE_CORRUPT', 'the database is damaged: restore it from a backup', {
      cause: found,
    });
}

const SIZE = 'SELECT c.page_count * s.page_size AS bytes FROM pragma_page_count c, pragma_page_size s';

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
 * Closes a connection. Before, it refreshes the planner's statistics and shortens the write-ahead log for the next
 * connection. Either may fail, or be skipped where it would have to wait: the data is as safe without.
 */
export function disconnect(database: Database.Database): void {
  if (!database.open) return;
  try {
    database.pragma('busy_timeout = 0');
    database.pragma('optimize');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    database.close();
  }
}
