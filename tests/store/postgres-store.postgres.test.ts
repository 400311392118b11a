import type { Pool } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { bundledMigrations } from '../../src/store/open-store.ts';
import { applyMigrations } from '../../src/store/postgres/apply-migrations.ts';
import { createPostgresStore } from '../../src/store/postgres/create-postgres-store.ts';
import { openPool } from '../../src/store/postgres/open-pool.ts';
import { execute, missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { describeEventStore } from './contract.ts';

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('contract');
  let pool: Pool;
  let timelines = 1;
  beforeAll(async () => {
    pool = openPool(url(), 60_000);
    await applyMigrations(pool, await bundledMigrations('postgres'));
  });
  afterAll(() => pool.end());

  /** Each store has a timeline of its own, so that it is empty, and they share connections. */
  describeEventStore('PostgreSQL', async () => {
    timelines += 1;
    await execute(
      url(),
      `INSERT INTO timelines (timeline_id, slug) VALUES (${timelines}, 'test-${timelines}');
      INSERT INTO store_state (timeline_id, revision) VALUES (${timelines}, 0)`,
    );
    const store = createPostgresStore(pool, { timeline: timelines, isPrepared: true, timeoutMs: 60_000 });
    return { ...store, close: async () => {} };
  });
});
