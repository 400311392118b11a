import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { backUpStore, restoreStore } from '../../src/store/copy-store.ts';
import { bundledMigrations, openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { searchForDamage } from '../../src/store/sqlite/verify/search-for-damage.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { buildArticle, buildChange, buildEvent, buildMention } from './build-event.ts';
import { saveArticle } from './save-change.ts';

let folder: string;
let file: string;
let url: string;
let copy: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'a.sqlite');
  url = `sqlite:${file}`;
  copy = join(folder, 'copy.sqlite');
});

async function openFor(location: string, use: Parameters<typeof openStore>[1] = {}): Promise<EventStore> {
  const store = await openStore(location, use);
  onTestFinished(() => store.close());
  return store;
}

/** Saves an article with an event of its own. */
async function saveOne(store: EventStore, name: string): Promise<number> {
  const article = buildArticle(name, { text: 'word '.repeat(2000) });
  const events = [buildEvent(name, { mentions: [buildMention(name, { article })] })];
  return saveArticle(store, buildChange({ article, events }));
}

const revisionIn = async (location: string): Promise<number> => {
  const store = await openStore(location);
  return store.readRevision().finally(() => store.close());
};

describe('a store that is closed', () => {
  test('leaves one file, which can be copied and read where nothing may be written', async () => {
    const store = await openStore(url, { shared: true });
    await saveOne(store, 'one');
    await store.countEvents({ text: 'met' });
    await store.close();
    expect(await readdir(folder)).toEqual(['a.sqlite']);
    await copyFile(file, copy);
    const reader = await openFor(`sqlite:${copy}?mode=ro`);
    expect(await reader.readSummary()).toMatchObject({ revision: 1, articleCount: 1, eventCount: 1 });
    expect(await reader.verify()).toEqual([]);
    expect(await readdir(folder)).toEqual(['a.sqlite', 'copy.sqlite']);
  });

  test('leaves the log to a connection that still uses it', async () => {
    const [first, second] = [await openFor(url), await openStore(url)];
    await saveOne(first, 'one');
    await second.close();
    expect(await saveOne(first, 'two')).toBe(2);
  });
});

describe('a store that is opened for reading only', () => {
  test('refuses every change in words and keeps its file as it is', async () => {
    const writer = await openStore(url);
    await saveOne(writer, 'one');
    await writer.close();
    const before = await readFile(file);
    const reader = await openFor(`${url}?mode=ro`, { shared: true });
    for (const change of [saveOne(reader, 'two'), reader.writeMarker('a', 'b')])
      await expect(change).rejects.toMatchObject({
        code: 'READ_ONLY',
        message: 'the database can only be read',
      });
    expect(await reader.countEvents({ text: 'met' })).toBe(1);
    await reader.close();
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  test('sees the changes of a server that writes', async () => {
    const writer = await openFor(url);
    const reader = await openFor(`${url}?mode=ro`);
    await saveOne(writer, 'one');
    expect(await reader.readRevision()).toBe(1);
  });

  test('needs a file with the present schema', async () => {
    await expect(openStore(`${url}?mode=ro`)).rejects.toMatchObject({ code: 'BAD_CONFIG' });
    await writeFile(file, '');
    await expect(openStore(`${url}?mode=ro`)).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message: expect.stringContaining('empty or of an earlier version'),
    });
  });
});

describe('a backup', () => {
  test('is a complete state of one moment, although articles are saved meanwhile', async () => {
    const writer = await openFor(url, { shared: true });
    for (let saved = 0; saved < 20; saved += 1) await saveOne(writer, `before-${saved}`);
    let isDone = false;
    const making = backUpStore(url, copy).finally(() => {
      isDone = true;
    });
    let revision = 20;
    while (!isDone) {
      revision = await saveOne(writer, `during-${revision}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await making).toEqual([]);
    const backup = await openFor(`sqlite:${copy}?mode=ro`);
    const summary = await backup.readSummary();
    expect(summary.revision).toBeGreaterThanOrEqual(20);
    expect(summary.revision).toBeLessThanOrEqual(revision);
    expect(summary).toMatchObject({ articleCount: summary.revision, eventCount: summary.revision });
    expect((await readdir(folder)).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
  });

  test('replaces no file, and leaves none where the database is damaged', async () => {
    const writer = await openStore(url);
    await saveOne(writer, 'one');
    await writer.close();
    await writeFile(copy, 'mine');
    await expect(backUpStore(url, copy)).rejects.toMatchObject({ code: 'BAD_CONFIG' });
    expect(await readFile(copy, 'utf8')).toBe('mine');
    const bytes = await readFile(file);
    bytes.write('W', bytes.indexOf('word word word'));
    await writeFile(file, bytes);
    expect(await backUpStore(url, join(folder, 'b.sqlite'))).toEqual([
      { check: 'integrity', detail: 'row 1 missing from index articles_checksum' },
    ]);
    expect((await readdir(folder)).sort()).toEqual(['a.sqlite', 'copy.sqlite']);
  });
});

describe('a restored database', () => {
  test('is that of the backup; the earlier one is kept beside it', async () => {
    const writer = await openStore(url);
    await saveOne(writer, 'one');
    await backUpStore(url, copy);
    await saveOne(writer, 'two');
    await writer.close();
    const aside = join(folder, 'aside.sqlite');
    await restoreStore(copy, url, aside);
    expect([await revisionIn(url), await revisionIn(`sqlite:${aside}`)]).toEqual([1, 2]);
    expect((await readdir(folder)).sort()).toEqual(['a.sqlite', 'aside.sqlite', 'copy.sqlite']);
  });

  test('is not made while a server has the database open', async () => {
    const server = await openFor(url, { shared: true });
    await saveOne(server, 'one');
    await backUpStore(url, copy);
    await expect(restoreStore(copy, url, join(folder, 'aside.sqlite'))).rejects.toMatchObject({
      code: 'STORE_BUSY',
      message: 'another process has the database open: stop it first',
    });
    expect(await saveOne(server, 'two')).toBe(2);
  });

  test('takes the place of a file that is no database any more, with its log', async () => {
    const writer = await openStore(url);
    await saveOne(writer, 'one');
    await backUpStore(url, copy);
    await writer.close();
    await writeFile(file, 'no database, and long enough to be read as one '.repeat(20));
    await writeFile(`${file}-wal`, 'a log of something else');
    await restoreStore(copy, url, join(folder, 'aside'));
    expect(await revisionIn(url)).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['a.sqlite', 'aside', 'aside-wal', 'copy.sqlite']);
  });

  test('is never a damaged backup', async () => {
    const writer = await openStore(url);
    await saveOne(writer, 'one');
    await backUpStore(url, copy);
    await writer.close();
    const bytes = await readFile(copy);
    bytes.write('W', bytes.indexOf('word word word'));
    await writeFile(copy, bytes);
    await expect(restoreStore(copy, url, join(folder, 'aside'))).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
      message: 'the backup is damaged: integrity: row 1 missing from index articles_checksum',
    });
    expect((await readdir(folder)).sort()).toEqual(['a.sqlite', 'copy.sqlite']);
    expect(await revisionIn(url)).toBe(1);
  });
});

test('damage of a large file is found after the start', async () => {
  const writer = await openStore(url);
  await saveOne(writer, 'one');
  await writer.close();
  const database = new Database(file, { readonly: true });
  const page = database
    .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'audit_entries'")
    .pluck()
    .get();
  database.close();
  const bytes = await readFile(file);
  bytes.fill(0xee, ((page ?? 0) - 1) * 4096, (page ?? 0) * 4096);
  await writeFile(file, bytes);
  const found = Promise.withResolvers<string>();
  const store = await openSqliteStore(file, await bundledMigrations(), {
    shared: true,
    checkedAtOnceBytes: 0,
    onDamage: found.resolve,
  });
  onTestFinished(() => store.close());
  expect(await found.promise).toContain('audit_entries');
  expect(await store.readRevision()).toBe(1);
});

test('the search for damage of a store that is closed ends at once', async () => {
  await (await openStore(url)).close();
  const found: string[] = [];
  await searchForDamage(file, (each) => found.push(each)).close();
  expect(found).toEqual([]);
});
