import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { snapshotChangeOf } from '../../src/ingestion/joining/derive/snapshot-change-of.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { readMigrations } from '../../src/store/sql/migrations.ts';
import { applyMigrations } from '../../src/store/sqlite/apply-migrations.ts';
import { connect } from '../../src/store/sqlite/connection.ts';
import { createSqliteStore } from '../../src/store/sqlite/create-sqlite-store.ts';
import type { AccessOptions } from '../../src/store/sqlite/store-access.ts';
import { buildArticle, buildChange, buildEvent, buildMention } from './build-event.ts';
import { saveArticle } from './save-change.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations', 'sqlite');

const OTHER_TITLE =
  "UPDATE event_documents SET document = json_set(document, '$.title', 'x') WHERE event_key = 1";
const LOST_MENTION = "INSERT INTO event_versions VALUES (99, 'evt_x', 1, 'ADDED', NULL, '{}', '[77]')";
const UNTOLD_MENTION = "INSERT INTO mention_versions VALUES (99, 'men_x', 1, '{}')";
const SPOKEN_END = "INSERT INTO event_versions VALUES (99, 'evt_x', 1, 'WITHDRAWN', NULL, '{}', '[]')";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-damage-'));
  file = join(folder, 'a.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

/** A store over a connection that the test holds too. */
async function openOver(
  path: string,
  options: AccessOptions = {},
): Promise<{ database: Database.Database; store: EventStore }> {
  const database = connect(path);
  applyMigrations(database, await readMigrations(MIGRATIONS));
  return { database, store: createSqliteStore(database, options) };
}

/** Forty events named e0 to e39, each with a mention of its own name, e7 with one that was known only later. */
async function fill(store: EventStore): Promise<void> {
  const events = Array.from({ length: 40 }, (_, index) => buildEvent(`e${index}`));
  const anchor = { date: requireCalendarDate('2021-12-27'), basis: 'METADATA' } as const;
  const mentions = [buildMention('e7'), buildMention('e7-later', { anchor })];
  const stored = events.map((event, index) => (index === 7 ? { ...event, mentions } : event));
  await saveArticle(
    store,
    buildChange({
      events: stored,
      snapshots: stored.map((event) => snapshotChangeOf(event, undefined, undefined)),
    }),
  );
}

describe('a damaged file', () => {
  test('that is no database is refused when it is opened', async () => {
    await writeFile(
      file,
      'This is a letter, and it is long enough to hold the header of a database. '.repeat(20),
    );
    await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
  });

  test('whose pages were overwritten is refused when it is opened', async () => {
    const store = await openStore(`sqlite:${file}`);
    await fill(store);
    await store.close();
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(8192, 0xee), 0, 8192, Math.floor((await stat(file)).size / 8192) * 4096);
    await handle.close();
    await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
  });
});

describe('verify', () => {
  test.each([
    ['a column', "UPDATE events SET month_day = 101 WHERE id = 'evt_e1'", 'documents', 'evt_e1'],
    ['a link', "DELETE FROM mentions WHERE id = 'men_e2'", 'documents', 'mentions'],
    ['the words of an event', 'DELETE FROM event_search WHERE rowid = 3', 'documents', 'title, quotes'],
    ['words of no event', "INSERT INTO event_search (rowid, title) VALUES (999, 'x')", 'search', '999'],
    [
      'what was known of an event earlier',
      "UPDATE event_editions SET until_day = until_day + 1 WHERE id = 'evt_e7'",
      'editions',
      'evt_e7',
    ],
    ['a snapshot', 'DELETE FROM event_editions', 'documents', 'editions'],
    [
      'words of no snapshot',
      "INSERT INTO edition_search (rowid, title) VALUES (999, 'x')",
      'search',
      'no edition',
    ],
    ['the full-text index', 'DELETE FROM event_search_docsize WHERE id = 4', 'integrity', 'event_search'],
    ['the revision', 'UPDATE store_state SET revision = 0', 'revision', 'evt_e0'],
    ['a document', OTHER_TITLE, 'documents', 'evt_e0'],
    ['a mention of a version', LOST_MENTION, 'mention-versions', 'evt_x'],
    ['a mention of no version', UNTOLD_MENTION, 'mention-versions', 'men_x'],
    ['hiding', "UPDATE events SET hidden = 1 WHERE id = 'evt_e3'", 'hidden-events', 'evt_e3'],
    ['an alias', "INSERT INTO event_aliases VALUES ('evt_x', 'evt_nobody', 1)", 'aliases', 'evt_nobody'],
    [
      'an event without an end',
      "DELETE FROM mentions; DELETE FROM events WHERE id = 'evt_e5'",
      'tombstones',
      'evt_e5',
    ],
    [
      'what is served of an event',
      `UPDATE served_documents SET document = '{}'`,
      'documents',
      'is not served as its last version has it',
    ],
    [
      'keys of a mention that is gone',
      'INSERT INTO join_keys VALUES (1, 0, 0, 99, 0, 1, 0)',
      'join-keys',
      '99',
    ],
    ['the count of a month', 'UPDATE event_months SET count = count + 1', 'month-counts', 'count'],
    ['a month left uncounted', 'DELETE FROM event_months', 'month-counts', 'have'],
    ['a reference', 'PRAGMA foreign_keys = OFF; DELETE FROM articles', 'foreign-keys', 'mentions'],
  ])('names what is wrong with %s', async (_, sql, check, detail) => {
    const { database, store } = await openOver(':memory:');
    await fill(store);
    expect(await store.verify()).toEqual([]);
    database.unsafeMode(true).exec(sql);
    expect(await store.verify()).toContainEqual({ check, detail: expect.stringContaining(detail) });
    await store.close();
  });

  test('of an actor count that is off names the actor', async () => {
    const { database, store } = await openOver(':memory:');
    database.exec("INSERT INTO actors (id, name, aliases, event_count) VALUES ('act_y', 'Y', '[]', 7)");
    expect(await store.verify()).toEqual([{ check: 'actor-counts', detail: 'actor act_y counts 7 events' }]);
    await store.close();
  });
});

describe('the schema', () => {
  test.each([
    ['a text in a column of numbers', "UPDATE events SET earliest_day = 'soon'", 'cannot store TEXT'],
    ['an end before the beginning', 'UPDATE events SET latest_day = earliest_day - 1', 'CHECK constraint'],
    [
      'a document that is no JSON',
      "INSERT INTO event_versions VALUES (99, 'evt_x', 1, 'ADDED', NULL, '{', '[]')",
      'CHECK constraint',
    ],
    ['a change of a version', 'UPDATE event_versions SET document = NULL', 'append-only'],
    ['the loss of a version', 'DELETE FROM event_versions', 'append-only'],
    ['a change of what a mention said', "UPDATE mention_versions SET document = '{}'", 'append-only'],
    ['the loss of what a mention said', 'DELETE FROM mention_versions', 'append-only'],
    ['a version that ends an event and tells it', SPOKEN_END, 'CHECK constraint'],
    ['a mention of an unknown article', 'UPDATE mentions SET article_key = 77', 'FOREIGN KEY'],
    ['a second state', 'INSERT INTO store_state VALUES (2, 0)', 'CHECK constraint'],
  ])('refuses %s', async (_, sql, message) => {
    const { database, store } = await openOver(':memory:');
    await fill(store);
    expect(() => database.exec(sql)).toThrow(message);
    await store.close();
  });

  test('lets one address have one current article', async () => {
    const { store } = await openOver(':memory:');
    const url = 'https://news.example/a';
    await saveArticle(store, buildChange({ article: buildArticle('a', { url }) }));
    const second = buildChange({ article: buildArticle('b', { url }) });
    await expect(saveArticle(store, second)).rejects.toThrow('UNIQUE');
    await store.close();
  });
});

describe('a store that cannot write', () => {
  test('because the disk is full says so, keeps nothing of the change and can be read', async () => {
    const { database, store } = await openOver(file);
    await fill(store);
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages}`);
    const large = buildArticle('large', { text: 'long '.repeat(100_000) });
    await expect(saveArticle(store, buildChange({ article: large }))).rejects.toMatchObject({
      code: 'STORE_FULL',
    });
    expect(await store.readSummary()).toMatchObject({ revision: 1, articleCount: 1, eventCount: 40 });
    database.pragma(`max_page_count = ${pages * 10}`);
    expect(await saveArticle(store, buildChange({ article: large }))).toBe(2);
    await store.close();
  });

  test('because another one is writing says so, and can be read meanwhile', async () => {
    const { store } = await openOver(file, { lockWaitMs: 0 });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(saveArticle(store, buildChange())).rejects.toMatchObject({ code: 'STORE_BUSY' });
    expect(await store.readRevision()).toBe(0);
    other.exec('COMMIT');
    expect(await saveArticle(store, buildChange())).toBe(1);
    other.close();
    await store.close();
  });
});

test('a store can be closed twice', async () => {
  const store = await openStore('sqlite::memory:');
  await store.close();
  await store.close();
});
