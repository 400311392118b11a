import type { Database } from 'better-sqlite3';
import type { EventStore } from '../event-store.ts';
import type { Migration } from '../migrate.ts';
import { applyMigrations, refuseForeign } from './apply-migrations.ts';
import { connect, disconnect, useWriteAheadLog } from './connection.ts';
import { createSqliteStore } from './create-sqlite-store.ts';
import { answer } from './sqlite-errors.ts';

/** Opens a file, or `:memory:`, with its schema up to date. */
export function openSqliteStore(file: string, migrations: readonly Migration[]): Promise<EventStore> {
  return answer(() => createSqliteStore(connectMigrated(file, migrations)));
}

function connectMigrated(file: string, migrations: readonly Migration[]): Database {
  const database = connect(file);
  try {
    refuseForeign(database);
    useWriteAheadLog(database);
    applyMigrations(database, migrations);
    return database;
  } catch (error) {
    disconnect(database);
    throw error;
  }
}
