import type { Pool, PoolClient } from 'pg';
import { TimelineError } from '../../domain/errors.ts';
import { type AppliedMigration, type Migration, pendingMigrations } from '../sql/migrations.ts';

/** Any number that no other program locks by. */
const LOCK = 20_211_221;

const LEAST_VERSION = 16;

const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS schema_migrations (
    number integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL
  )`;

/**
 * Brings the schema up to date, in one transaction: of two servers that start at once, the second waits and finds the work
 * done. Throws `BAD_CONFIG` for a database that has tables of another program, or for too old a server.
 */
export async function applyMigrations(pool: Pool, migrations: readonly Migration[]): Promise<void> {
  const client = await pool.connect();
  try {
    await requireVersion(client);
    if (pendingMigrations(migrations, await readApplied(client)).length === 0) return client.release();
    await client.query('BEGIN; SET LOCAL statement_timeout = 0');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const pending = pendingMigrations(migrations, await readApplied(client));
    await client.query(CREATE_TABLE);
    for (const { number, name, checksum, sql } of pending) {
      await client.query(sql);
      await client.query('INSERT INTO schema_migrations (number, name, checksum) VALUES ($1, $2, $3)', [
        number,
        name,
        checksum,
      ]);
    }
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function requireVersion(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::integer / 10000 AS version",
  );
  const version = rows[0]?.version ?? 0;
  if (version < LEAST_VERSION)
    throw new TimelineError(
      'BAD_CONFIG',
      `the database server is PostgreSQL ${version}: ${LEAST_VERSION} or later is needed`,
    );
}

async function readApplied(client: PoolClient): Promise<readonly AppliedMigration[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    'SELECT t.tablename AS name FROM pg_tables t WHERE t.schemaname = current_schema()',
  );
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === 'schema_migrations'))
    throw new TimelineError('BAD_CONFIG', 'the database belongs to another program');
  const { rows } = await client.query<AppliedMigration>(
    'SELECT m.number, m.name, m.checksum FROM schema_migrations m ORDER BY m.number',
  );
  return rows;
}
