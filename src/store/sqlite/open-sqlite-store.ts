import type { Database } from 'better-sqlite3';
import type { WatchPool } from '../../threads/thread-pool.ts';
import type { EventStore } from '../port/event-store.ts';
import type { Migration } from '../sql/migrations.ts';
import { applyMigrations, refuseForeign, refuseOutdated } from './apply-migrations.ts';
import { connect, connectReader, disconnect, useWriteAheadLog } from './connection.ts';
import { createSqliteStore } from './create-sqlite-store.ts';
import { readRevision } from './read/read-state.ts';
import { rowBudget } from './row-watch.ts';
import { answerOpening } from './sqlite-errors.ts';
import { refuseDamaged, sizeOf } from './verify/find-damage.ts';
import { searchForDamage } from './verify/search-for-damage.ts';
import { openReaderPool } from './workers/reader-pool.ts';
import { withReaderPool } from './workers/with-reader-pool.ts';

/** How a store is used. */
export interface StoreUse {
  /** Whether many requests arrive at once: then heavy reads go to other threads, and light reads share transactions. */
  readonly shared?: boolean;
  /** How long a read of another thread may take, and the wait for it; 5 s where it is left out. */
  readonly readTimeoutMs?: number;
  readonly watchPool?: WatchPool;
  /** Whether a change that waits for another writer is to be refused, because nobody waits for it. */
  readonly isStopped?: () => boolean;
  /** Whether the store is opened for reading only. Its file must then exist and have the present schema. */
  readonly isReadOnly?: boolean;
  /** The size up to which a file is looked through before it is opened. A larger file of a shared store is looked through later. */
  readonly checkedAtOnceBytes?: number;
  /** Called when damage is found in a file that is already open. */
  readonly onDamage?: (found: string) => void;
}

/** Reading a file of this size through takes less than a second. */
const CHECKED_AT_ONCE_BYTES = 64 * 1024 * 1024;

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
  use: StoreUse = {},
): Promise<EventStore> {
  const {
    shared = false,
    checkedAtOnceBytes = CHECKED_AT_ONCE_BYTES,
    onDamage = () => {},
    isStopped = () => false,
  } = use;
  return answerOpening(async () => {
    const database = use.isReadOnly === true ? connectReader(file) : connect(file);
    try {
      const isChecked = sizeOf(database) <= checkedAtOnceBytes;
      if (isChecked) refuseDamaged(database);
      await bringUpToDate(database, migrations, use);
      if (!shared || file === ':memory:') return createSqliteStore(database, { isStopped });
      const store = shareStore(database, file, use);
      return isChecked ? store : closingFirst(store, searchForDamage(file, onDamage));
    } catch (error) {
      disconnect(database);
      throw error;
    }
  });
}

/** Applies the migrations that are pending. A file that is opened for reading only is refused instead. */
export async function bringUpToDate(
  database: Database,
  migrations: readonly Migration[],
  { isReadOnly = false }: StoreUse = {},
): Promise<void> {
  refuseForeign(database);
  if (isReadOnly) return refuseOutdated(database, migrations);
  await useWriteAheadLog(database);
  applyMigrations(database, migrations);
}

/** The store with its heavy reads in other threads. */
function shareStore(
  database: Database,
  file: string,
  { readTimeoutMs = 5000, watchPool }: StoreUse,
): EventStore {
  database.pragma(`busy_timeout = ${SHARED_BUSY_TIMEOUT_MS}`);
  const budget = rowBudget(LIGHT_ROWS);
  const store = createSqliteStore(database, { sharesReads: true, watch: budget.watch });
  const revision = readRevision(database);
  const pool = openReaderPool(file);
  watchPool?.('reads', pool.state);
  return withReaderPool(store, pool, { revision, budget, timeLimitMs: readTimeoutMs });
}

const closingFirst = (store: EventStore, search: { close(): Promise<void> }): EventStore => ({
  ...store,
  close: async () => {
    await search.close();
    await store.close();
  },
});
