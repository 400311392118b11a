import type { Database } from 'better-sqlite3';
import type { EventStore } from '../port/event-store.ts';
import type { Migration } from '../sql/migrations.ts';
import { applyMigrations, refuseForeign } from './apply-migrations.ts';
import { connect, disconnect, useWriteAheadLog } from './connection.ts';
import { createSqliteStore } from './create-sqlite-store.ts';
import { answer } from './sqlite-errors.ts';
import { openReaderPool } from './workers/reader-pool.ts';
import { withReaderPool } from './workers/with-reader-pool.ts';

/** How a store is used. */
export interface StoreUse {
  /** Whether many requests arrive at once: then heavy reads go to other threads, and light reads share transactions. */
  readonly shared?: boolean;
}

/** Opens a file, or `:memory:`, with its schema up to date. */
export function openSqliteStore(
  file: string,
  migrations: readonly Migration[],
  { shared = false }: StoreUse = {},
): Promise<EventStore> {
  return answer(async () => {
    const database = await connectMigrated(file, migrations);
    if (!shared || file === ':memory:') return createSqliteStore(database);
    return withReaderPool(createSqliteStore(database, { sharesReads: true }), openReaderPool(file));
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
