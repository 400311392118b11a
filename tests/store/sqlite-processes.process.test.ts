import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { readMigrations } from '../../src/store/sql/migrations.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations', 'sqlite');
const WRITER = fileURLToPath(new URL('save-articles.ts', import.meta.url));

let folder: string;
let url: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-processes-'));
  url = `sqlite:${join(folder, 'a.sqlite')}`;
});
afterEach(() => rm(folder, { recursive: true }));

const startWriter = (name: string, count: number): ChildProcess =>
  spawn(process.execPath, [WRITER, url, name, String(count)], {
    env: { ...process.env, ...COMPILE_CACHE },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function exitCodeOf(writer: ChildProcess): Promise<unknown> {
  writer.stdout?.resume();
  const [code] = await once(writer, 'exit');
  return code;
}

/** Kills the writer as soon as it has printed that many revisions, in the middle of whatever it does next. */
async function killAfter(writer: ChildProcess, revisions: number): Promise<number> {
  if (writer.stdout === null) throw new Error('the writer has no output');
  const exited = once(writer, 'exit');
  let [lines, last] = [0, 0];
  for await (const line of createInterface(writer.stdout)) {
    last = Number(line);
    lines += 1;
    if (lines === revisions) writer.kill('SIGKILL');
  }
  await exited;
  return last;
}

async function eventCountsOf(store: EventStore): Promise<readonly number[]> {
  const page = await store.listArticles({ direction: 'FORWARD', size: 10_000, after: null });
  return page.items.map(({ node }) => node.eventCount);
}

test('a writer that is killed at any moment loses nothing it has reported and leaves no article half-saved', async () => {
  for (const [round, revisions] of [7, 30, 61].entries()) {
    const reported = await killAfter(startWriter(`round${round}`, 100_000), revisions);
    const store = await openStore(url);
    expect(await store.readRevision()).toBeGreaterThanOrEqual(reported);
    expect(await store.verify()).toEqual([]);
    expect(new Set(await eventCountsOf(store))).toEqual(new Set([3]));
    await store.close();
  }
});

test('two processes that start at once on a new file migrate it once and lose none of their changes', async () => {
  const codes = await Promise.all([startWriter('left', 25), startWriter('right', 25)].map(exitCodeOf));
  expect(codes).toEqual([0, 0]);
  const store = await openStore(url);
  expect(await store.readSummary()).toMatchObject({ revision: 50, articleCount: 50, eventCount: 150 });
  expect(await store.verify()).toEqual([]);
  await store.close();
});

test('whoever opens a new file while another connection writes to it waits for that one', async () => {
  const migrations = await readMigrations(MIGRATIONS);
  const file = join(folder, 'new.sqlite');
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const opening = openSqliteStore(file, migrations);
  other.exec('ROLLBACK');
  const store = await opening;
  expect(other.pragma('journal_mode', { simple: true })).toBe('wal');
  await store.close();
  other.close();
  await store.close();
});

test('a change by another process is seen at the next question', async () => {
  const store = await openStore(url);
  expect(await store.readRevision()).toBe(0);
  expect(await exitCodeOf(startWriter('other', 2))).toBe(0);
  expect(await store.readRevision()).toBe(2);
  expect(await store.countEvents({ text: 'met' })).toBe(6);
  await store.close();
});
