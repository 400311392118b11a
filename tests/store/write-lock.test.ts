import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { buildArticle, buildChange } from './build-event.ts';
import { saveArticle } from './save-change.ts';

let folder: string;
let store: EventStore;
/** A writer of another program. */
let other: Database.Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-lock-'));
  const file = join(folder, 'a.sqlite');
  store = await openStore(`sqlite:${file}`);
  other = new Database(file);
});

afterEach(async () => {
  other.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const someTurns = async (): Promise<void> => {
  for (let turns = 0; turns < 100; turns += 1) await new Promise(setImmediate);
};

test('a unit of work waits for the lock of another writer, and reads go on meanwhile', async () => {
  other.exec('BEGIN IMMEDIATE');
  let begun = false;
  const saving = store.withTimeline((unit) => {
    begun = true;
    return unit.saveArticle(buildChange());
  });
  await someTurns();
  expect([begun, await store.readRevision()]).toEqual([false, 0]);
  other.exec('COMMIT');
  expect(await saving).toBe(1);
});

test('a unit that waits for the lock when the store closes is refused, and the next writer has the lock', async () => {
  other.exec('BEGIN IMMEDIATE');
  const saving = saveArticle(store, buildChange());
  const refused = expect(saving).rejects.toMatchObject({ code: 'STORE_BUSY' });
  await someTurns();
  await store.close();
  await refused;
  other.exec('COMMIT');
});

test('a unit sees the changes that were made while it waited', async () => {
  other.exec('BEGIN IMMEDIATE; UPDATE store_state SET revision = 7');
  const saving = saveArticle(store, buildChange({ article: buildArticle('two') }));
  await someTurns();
  other.exec('COMMIT');
  expect(await saving).toBe(8);
});
