import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { readMigrations } from '../../src/store/sql/migrations.ts';
import { applyMigrations } from '../../src/store/sqlite/apply-migrations.ts';
import { connect } from '../../src/store/sqlite/connection.ts';
import { createSqliteStore } from '../../src/store/sqlite/create-sqlite-store.ts';
import { buildChange, buildEvent } from './build-event.ts';
import { describeEventStore } from './contract.ts';
import { saveArticle } from './save-change.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations', 'sqlite');

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Rows without an order come in reverse here (https://sqlite.org/pragma.html#pragma_reverse_unordered_selects). */
describeEventStore('SQLite', 'SQLite in memory, its unordered rows reversed', async () => {
  const database = connect(':memory:');
  database.pragma('reverse_unordered_selects = ON');
  applyMigrations(database, await readMigrations(MIGRATIONS));
  return createSqliteStore(database);
});

describeEventStore('SQLite', 'SQLite on file', () => {
  files += 1;
  return openStore(`sqlite:${join(folder, `${files}.sqlite`)}`);
});

test.each([
  [1000, 'evt_0'],
  [1001, 'evt_1'],
])('of %i matches a search scores the 1000 recorded last: %s is the best', async (matches, best) => {
  const store = await openStore('sqlite::memory:');
  const events = Array.from({ length: matches }, (_, n) =>
    buildEvent(String(n), { title: n === 0 ? 'Lantern' : 'A lantern is lit in the harbour' }),
  );
  await saveArticle(store, buildChange({ events }));
  const page = await store.listEvents({ text: 'lantern' }, 'RELEVANCE', {
    direction: 'FORWARD',
    size: 1,
    after: null,
  });
  expect(page.items.map(({ node }) => node.id)).toEqual([best]);
  await store.close();
});
