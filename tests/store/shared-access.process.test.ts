import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledMigrations, openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { buildChange, buildEvent } from './build-event.ts';
import { saveArticle } from './save-change.ts';

let folder: string;
let store: EventStore;
/** Another connection, whose changes are made at once. */
let other: Database.Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-access-'));
  const file = join(folder, 'a.sqlite');
  store = await openStore(`sqlite:${file}`, { shared: true });
  await saveArticle(store, buildChange({ events: [buildEvent('one')] }));
  await nextTurn();
  other = new Database(file);
});

afterEach(async () => {
  other.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const setRevision = (revision: number) => other.prepare('UPDATE store_state SET revision = ?').run(revision);

describe('the reads of a shared store', () => {
  test('see one state in one turn of the event loop, and the newest in the next', async () => {
    const before = await store.readRevision();
    setRevision(7);
    const within = await store.readRevision();
    await nextTurn();
    expect([before, within, await store.readRevision()]).toEqual([1, 1, 7]);
  });

  test('see a change that was made through the store in the same turn', async () => {
    expect(await store.readRevision()).toBe(1);
    await saveArticle(store, buildChange({ events: [buildEvent('two')] }));
    expect(await store.readRevision()).toBe(2);
  });

  test('count by months anew when another process has changed something', async () => {
    const total = async () => (await store.countByMonths()).reduce((sum, { count }) => sum + count, 0);
    expect(await total()).toBe(1);
    const process = await openStore(`sqlite:${join(folder, 'a.sqlite')}`);
    await saveArticle(process, buildChange({ events: [buildEvent('two')] }));
    await process.close();
    await nextTurn();
    expect(await total()).toBe(2);
  });

  test('keep no transaction open that others would wait for', async () => {
    await store.readRevision();
    setRevision(7);
    await nextTurn();
    expect(other.pragma('wal_checkpoint(TRUNCATE)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }]);
  });

  test('survive a page that is zeroed: each read of it is refused, and the others are answered', async () => {
    const file = join(folder, 'damaged.sqlite');
    const whole = await openStore(`sqlite:${file}`);
    await saveArticle(whole, buildChange({ events: [buildEvent('one')] }));
    await whole.close();
    const database = new Database(file, { readonly: true });
    const rootPage = "SELECT rootpage FROM sqlite_schema WHERE name = 'audit_entries'";
    const page = Number(database.prepare(rootPage).pluck().get());
    database.close();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0, (page - 1) * 4096, page * 4096));
    const damaged = await openSqliteStore(file, await bundledMigrations(), {
      shared: true,
      checkedAtOnceBytes: 0,
    });
    const trail = { direction: 'FORWARD', size: 5, after: null } as const;
    for (const _ of ['once', 'again']) {
      await expect(damaged.listAudit(null, trail)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
      await nextTurn();
      expect(await damaged.readRevision()).toBe(1);
    }
    await damaged.close();
  });

  test('end with the store, also in a turn in which something was read', async () => {
    await store.readRevision();
    await store.close();
    await nextTurn();
    await expect(store.readRevision()).rejects.toThrow('The database connection is not open');
  });
});
