import type { Pool } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { bundledMigrations } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { applyMigrations } from '../../src/store/postgres/apply-migrations.ts';
import { createPostgresStore } from '../../src/store/postgres/create-postgres-store.ts';
import { openPool } from '../../src/store/postgres/open-pool.ts';
import { missingPostgres, postgresDatabase } from './postgres-database.ts';

const TIMEOUT_MS = 60_000;

/** Makes stores in one database for the tests of a file. Each is empty, because it has a timeline of its own. They share connections. */
export function postgresStores(database: string): () => Promise<EventStore> {
  const url = postgresDatabase(database);
  let pool: Pool;
  let timeline = 1;
  if (missingPostgres === null) {
    beforeAll(async () => {
      pool = openPool(url(), TIMEOUT_MS);
      await applyMigrations(pool, await bundledMigrations('postgres'));
    });
    afterAll(() => pool.end());
  }
  return async () => {
    timeline += 1;
    await pool.query(
      `INSERT INTO timelines (timeline_id, slug) VALUES (${timeline}, 'test-${timeline}');
      INSERT INTO store_state (timeline_id, revision) VALUES (${timeline}, 0)`,
    );
    const store = createPostgresStore(pool, { timeline, isPrepared: true, timeoutMs: TIMEOUT_MS });
    return { ...store, close: async () => {} };
  };
}
