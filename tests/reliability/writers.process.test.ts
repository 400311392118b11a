import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { runDateline } from '../support/run-dateline.ts';
import { startServer } from '../support/run-server.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-writers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const database = () => join(folder, 'a.sqlite');
const startWritable = (settings: Readonly<Record<string, string>> = {}) =>
  startServer({
    settings: {
      DATABASE_URL: `sqlite:${database()}`,
      SEEDS: '',
      WRITE_TOKENS: ADAS_TOKEN.map(({ name, sha256 }) => `${name}:${sha256}`).join(','),
      ...settings,
    },
  });

const textOf = (writer: string, count: number): string =>
  `Joe Biden spoke with Vladimir Putin on Tuesday, ${writer} wrote. ${count} ships sailed on 3 December 2021.`;

const post = (origin: string, text: string): Promise<Response> =>
  fetch(`${origin}/v1/articles`, {
    method: 'POST',
    headers: { ...BY_ADA, 'content-type': 'text/plain' },
    body: text,
  });

/** Ingests so many articles on the command line, and gives the exit code. */
async function ingest(writer: string, count: number): Promise<number | null> {
  const file = join(folder, `${writer}.ndjson`);
  const lines = Array.from({ length: count }, (_, index) => JSON.stringify({ text: textOf(writer, index) }));
  await writeFile(file, lines.join('\n'));
  return (await runDateline(['ingest', file, '--db', database()])).code;
}

/** Sends so many articles one after the other, and gives the statuses that came. */
async function send(origin: string, writer: string, count: number): Promise<ReadonlySet<number>> {
  const statuses = new Set<number>();
  for (let sent = 0; sent < count; sent += 1) statuses.add((await post(origin, textOf(writer, sent))).status);
  return statuses;
}

const EACH = usualOrLong(8, 300);

test('three command-line ingests and two clients write to one file, and none gives up', async () => {
  const server = startWritable();
  const origin = await server.origin();
  const outcomes = await Promise.all([
    ...['cora', 'dora', 'nora'].map((writer) => ingest(writer, EACH)),
    ...['paul', 'saul'].map((writer) => send(origin, writer, EACH)),
  ]);
  expect(outcomes).toEqual([0, 0, 0, new Set([201]), new Set([201])]);
  await server.end('SIGTERM');
  const store = await openStore(`sqlite:${database()}`);
  expect(await store.readSummary()).toMatchObject({ articleCount: 5 * EACH, revision: 5 * EACH });
  expect(await store.verify()).toEqual([]);
  await store.close();
});

test('a server that is stopped while a change waits for another writer ends, and keeps what it has answered', async () => {
  const server = startWritable({ SHUTDOWN_TIMEOUT_MS: '100' });
  const origin = await server.origin();
  expect((await post(origin, textOf('cora', 1))).status).toBe(201);
  const other = new Database(database());
  other.exec('BEGIN IMMEDIATE');
  const unanswered = expect(post(origin, textOf('cora', 2))).rejects.toThrow();
  await fetch(`${origin}/v1/events`);
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
  await unanswered;
  other.exec('ROLLBACK');
  other.close();
  const store = await openStore(`sqlite:${database()}`);
  expect(await store.readSummary()).toMatchObject({ articleCount: 1, revision: 1 });
  expect(await store.verify()).toEqual([]);
  await store.close();
});
