import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/api/app.ts';
import { openServerTimeline, type ServerTimeline } from '../../src/startup/server-timeline.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { DEFAULT_ANCHOR } from '../support/open-test-timeline.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

let folder: string;
let store: EventStore;
let server: ServerTimeline;
let app: FastifyInstance;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-load-'));
  const databaseUrl = `sqlite:${join(folder, 'a.sqlite')}`;
  store = await openStore(databaseUrl, { shared: true });
  server = openServerTimeline(store, { databaseUrl, names: {}, defaultAnchor: DEFAULT_ANCHOR });
  app = await buildApp({
    timeline: server.timeline,
    log: false,
    version: '1',
    readiness: async () => ({ ready: true }),
    writeTokens: ADAS_TOKEN,
  });
});

afterEach(async () => {
  await app.close();
  await server.close(60_000, pino({ enabled: false }));
  await store.close();
  await rm(folder, { recursive: true });
});

const post = (payload: string, type = 'text/plain') =>
  app.inject({
    url: '/v1/articles',
    method: 'POST',
    headers: { ...BY_ADA, 'content-type': type },
    payload,
  });

/** The CPU time of this thread, the server's event loop, in milliseconds. */
async function loopTimeOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const TALKS = 'Joe Biden spoke with Vladimir Putin on Tuesday.';
const SIZE = 1_990_000;
/** A text of that size is read in seconds. The usual run has the size in the script of a saved page. */
const TEXT_SIZE = usualOrLong(1000, SIZE);
const PAGE = `<html><script>const page = "${'x'.repeat(SIZE - TEXT_SIZE)}"</script><body><article>
  ${'<p>Nobody knows why.</p>'.repeat(TEXT_SIZE / 24)}<p>${TALKS}</p></article></body></html>`;

test('an article of 2 MB costs the event loop at most 100 ms', async () => {
  await post(TALKS);
  const answers: unknown[] = [];
  const time = await loopTimeOf(async () => answers.push((await post(PAGE, 'text/html')).statusCode));
  expect(answers).toEqual([201]);
  expect(time).toBeLessThan(100);
});

/** Three times the measured value. */
const LONG_TEXT_MS = 200;

test('the time expressions of a long text are resolved in another thread', async () => {
  const resolve = (text: string) => app.inject({ url: '/v1/resolve', method: 'POST', payload: { text } });
  await resolve(TALKS);
  const time = await loopTimeOf(() => resolve('They met on Friday, in a long hall. '.repeat(1300)));
  expect(time).toBeLessThan(LONG_TEXT_MS);
});

test('an article is found by the reads that follow its answer, whatever is read meanwhile', async () => {
  let isReading = true;
  const read = async (): Promise<void> => {
    while (isReading) {
      await store.readRevision();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  const readers = [read(), read(), read()];
  for (let count = 1; count <= 20; count += 1) {
    const { revision } = (await post(`${TALKS} ${count} ships sailed on Monday.`)).json();
    expect([revision, await store.readRevision()]).toEqual([count, count]);
  }
  isReading = false;
  await Promise.all(readers);
});

describe('more changes than may wait', () => {
  test('are refused with 503 and Retry-After, and the others are made', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, count) => post(`${TALKS} ${count} ships sailed on Monday.`)),
    );
    const refused = answers.filter(({ statusCode }) => statusCode === 503);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([
      ...Array(51).fill(201),
      ...Array(9).fill(503),
    ]);
    expect(refused.map(({ headers }) => headers['retry-after'])).toEqual(Array(9).fill('1'));
    expect(refused[0]?.json()).toMatchObject({ code: 'STORE_BUSY' });
    expect(await store.readSummary()).toMatchObject({ articleCount: 51, revision: 51 });
  });
});
