import type { Database } from 'better-sqlite3';
import type { WatchPool } from '../../threads/thread-pool.ts';
import type { EventStore } from '../port/event-store.ts';
import type { Migration } from '../sql/migrations.ts';
import { applyMigrations, refuseForeign } from './apply-migrations.ts';
import { connect, disconnect, useWriteAheadLog } from './connection.ts';
import { createSqliteStore } from './create-sqlite-store.ts';
import { readRevision } from './read/read-state.ts';
import { rowBudget } from './row-watch.ts';
import { answer } from './sqlite-errors.ts';
import { openReaderPool } from './workers/reader-pool.ts';
import { withReaderPool } from './workers/with-reader-pool.ts';

/** How a store is used. */
export interface StoreUse {
  /** Whether many requests arrive at once: then heavy reads go to other threads, and light reads share transactions. */
  readonly shared?: boolean;
  /** How long a read of another thread may take, and the wait for it; 5 s where it is left out. */
  readonly readTimeoutMs?: number;
  readonly watchPool?: WatchPool;
}

/**
 * SQLite waits for a lock in the thread that asks for it, which answers nobody meanwhile. A reader of the write-ahead log meets
 * a lock only while another process recovers or leaves the log.
 */
const SHARED_BUSY_TIMEOUT_MS = 50;

/** A list that looks at so many rows takes one or two milliseconds of the main thread. */
const LIGHT_ROWS = 2000;

/** Opens a file, or `:memory:`, with its schema up to date. */
export function openSqliteStore(
  file: string,
  migrations: readonly Migration[],
  { shared = false, readTimeoutMs = 5000, watchPool }: StoreUse = {},
): Promise<EventStore> {
  return answer(async () => {
    const database = await connectMigrated(file, migrations);
    if (!shared || file === ':memory:') return createSqliteStore(database);
    database.pragma(`busy_timeout = ${SHARED_BUSY_TIMEOUT_MS}`);
    const budget = rowBudget(LIGHT_ROWS);
    const store = createSqliteStore(database, { sharesReads: true, watch: budget.watch });
    const revision = readRevision(database);
    const pool = openReaderPool(file);
    watchPool?.('reads', pool.state);
    return withReaderPool(store, pool, { revision, budget, timeLimitMs: readTimeoutMs });
  });
}

async function connectMigrated(file: string, migrations: readonly Migration[]): Promise<Database> {
  const database = connect(file);
  try {
    refuseForeign(database);
    await useWriteAheadLog(database);
    applyMigrations(database, migrations);
    return database;
  } catch (error) {
    disconnect(database);
    throw error;
  }
}
