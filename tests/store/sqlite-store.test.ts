import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { readMigrations } from '../../src/store/sql/migrations.ts';
import { applyMigrations } from '../../src/store/sqlite/apply-migrations.ts';
import { createSqliteStore } from '../../src/store/sqlite/create-sqlite-store.ts';
import { describeEventStore } from './contract.ts';

const MIGRATIONS = new URL('../../migrations/sqlite', import.meta.url).pathname;

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Rows without an order come in reverse here (https://sqlite.org/pragma.html#pragma_reverse_unordered_selects). */
describeEventStore('SQLite in memory, its unordered rows reversed', async () => {
  const database = new Database(':memory:');
  database.pragma('reverse_unordered_selects = ON');
  applyMigrations(database, await readMigrations(MIGRATIONS));
  return createSqliteStore(database);
});

describeEventStore('SQLite on file', () => {
  files += 1;
  return openStore(`sqlite:${join(folder, `${files}.sqlite`)}`);
});
