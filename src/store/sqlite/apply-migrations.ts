import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';
import { type AppliedMigration, type Migration, pendingMigrations } from '../sql/migrations.ts';
import { removeSamples } from './remove-samples.ts';

const OWN_TABLE = 'schema_migrations';

const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS ${OWN_TABLE} (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL
  ) STRICT`;

/**
 * Brings the schema up to date. Each migration has a transaction, which holds the write lock from its beginning: of two
 * processes that start at once, the second finds the work done. Whatever a migration removes is overwritten in the file.
 */
export function applyMigrations(database: Database, migrations: readonly Migration[]): void {
  if (pendingMigrations(migrations, readApplied(database)).length === 0) return;
  const applyNext = database.transaction((): boolean => {
    const [next] = pendingMigrations(migrations, readApplied(database));
    if (next === undefined) return false;
    database.exec(CREATE_TABLE);
    database.exec(next.sql);
    database
      .prepare(`INSERT INTO ${OWN_TABLE} (number, name, checksum) VALUES (?, ?, ?)`)
      .run(next.number, next.name, next.checksum);
    return true;
  });
  database.pragma('secure_delete = ON');
  while (applyNext.immediate());
  removeSamples(database);
  database.pragma('secure_delete = OFF');
}

/** Throws `BAD_CONFIG` for a database that has tables but never went through a migration of ours. */
export function refuseForeign(database: Database): void {
  const tables = listTables(database);
  if (tables.length > 0 && !tables.includes(OWN_TABLE))
    throw new TimelineError('BAD_CONFIG', 'the database belongs to another program');
}

/** Whether migrations are pending. Throws `MIGRATION_CHANGED` as `applyMigrations` does. */
export const isOutdated = (database: Database, migrations: readonly Migration[]): boolean =>
  pendingMigrations(migrations, readApplied(database)).length > 0;

/** Throws `BAD_CONFIG` where migrations are pending, which a store that is opened for reading only cannot apply. */
export function refuseOutdated(database: Database, migrations: readonly Migration[]): void {
  if (isOutdated(database, migrations))
    throw new TimelineError(
      'BAD_CONFIG',
      'the database is empty or of an earlier version: open it once for writing, which brings it up to date',
    );
}

function readApplied(database: Database): readonly AppliedMigration[] {
  if (!listTables(database).includes(OWN_TABLE)) return [];
  return database
    .prepare<[], AppliedMigration>(`SELECT number, name, checksum FROM ${OWN_TABLE} ORDER BY number`)
    .all();
}

const listTables = (database: Database): readonly string[] =>
  database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => name);
