import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/ingestion/reading/read-article.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createWriting } from '../../src/timeline/create-writing.ts';
import { inOrder } from '../../src/timeline/ingest/in-order.ts';
import type { BulkInput } from '../../src/timeline/ingest/ingest-report.ts';
import { readArticle } from '../../src/timeline/ingest/read-article.ts';
import { NO_METADATA } from '../support/no-metadata.ts';
import { DEFAULT_ANCHOR, loadTestTools } from '../support/open-test-timeline.ts';

const CALL = 'Joe Biden spoke with Vladimir Putin on Tuesday.';
const URL = 'https://news.example/a';

const article = (text: string, url: string | null = null): BulkInput => ({
  kind: 'article',
  source: { ...NO_METADATA, text, url, file: `${text.slice(0, 8)}.txt` },
});

const page = (html: string): BulkInput => ({
  kind: 'document',
  document: { name: 'pages/a.html', bytes: Buffer.from(html), sidecar: null, format: 'html' },
  limits: { maxBytes: 1000 },
});

/** Texts that follow each other under one URL, texts that come twice, and two files that are refused. */
const INPUTS: readonly BulkInput[] = [
  article(CALL, URL),
  article('Russia moved troops towards Ukraine on 3 December 2021.', URL),
  article('Vladimir Putin spoke with Joe Biden on Tuesday, the Kremlin said.'),
  article(CALL),
  { kind: 'rejected', name: 'b.txt', code: 'BAD_ARTICLE', reason: 'no text' },
  article(CALL, URL),
  article(CALL, URL),
  article('NATO met in Brussels on 7 December 2021.'),
  page('<p>Estonia closed its border on 6 December 2021, the ministry said.</p>'),
  page('<p> </p>'),
];

async function* arriving<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function listOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The reports on the inputs. Readers are slow in turn, so that later articles are read before earlier ones. */
async function ingestBy(count: number) {
  const store = await openStore('sqlite::memory:');
  let calls = 0;
  const writing = createWriting({
    store,
    loadTools: loadTestTools,
    readers: {
      count,
      readDocument: async (...args) => readDocument(...args),
      readArticle: async (...args) => {
        calls += 1;
        for (let turns = (7 * calls) % 5; turns > 0; turns -= 1) await new Promise(setImmediate);
        return readArticle(...args, await loadTestTools());
      },
    },
    defaultAnchor: DEFAULT_ANCHOR,
  });
  const reports = await listOf(writing.ingestArticles(arriving(INPUTS), {}));
  const { items } = await store.listEvents({}, 'DATE', {
    direction: 'FORWARD',
    size: 100,
    after: null,
  });
  await store.close();
  return { reports, events: items };
}

test('articles that are read ahead make the timeline that one after the other makes', async () => {
  const one = await ingestBy(1);
  expect(one.reports.map((each) => (each.kind === 'rejected' ? each.kind : each.report.outcome))).toEqual([
    'ADDED',
    'SUPERSEDED',
    'ADDED',
    'ADDED',
    'rejected',
    'SUPERSEDED',
    'UNCHANGED',
    'ADDED',
    'ADDED',
    'rejected',
  ]);
  expect(await ingestBy(3)).toEqual(one);
  expect(await ingestBy(8)).toEqual(one);
});

test('an article that cannot be read is refused in a line, and the rest goes on', async () => {
  const store = await openStore('sqlite::memory:');
  const writing = createWriting({
    store,
    loadTools: loadTestTools,
    readers: {
      count: 2,
      readDocument: async (...args) => readDocument(...args),
      readArticle: async (given, dateline) => {
        if (given.text.startsWith('NATO')) throw new RangeError('too deep');
        return readArticle(given, dateline, await loadTestTools());
      },
    },
    defaultAnchor: DEFAULT_ANCHOR,
  });
  const inputs = [article('NATO met in Brussels on Tuesday.'), article(CALL)];
  expect(await listOf(writing.ingestArticles(arriving(inputs), {}))).toMatchObject([
    { kind: 'rejected', name: 'NATO met.txt', code: 'BAD_ARTICLE', reason: 'it cannot be read: too deep' },
    { kind: 'ingested', report: { outcome: 'ADDED' } },
  ]);
  await store.close();
});

test('articles before one that cannot be saved are saved, though all were ready together', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const file = join(folder, 'timeline.sqlite');
  const store = await openStore(`sqlite:${file}`);
  const database = new Database(file);
  database.exec(`CREATE TRIGGER a_text_is_refused BEFORE INSERT ON articles WHEN NEW.text LIKE 'NATO%'
    BEGIN SELECT RAISE(ABORT, 'no room for it'); END`);
  database.close();
  const writing = createWriting({ store, loadTools: loadTestTools, defaultAnchor: DEFAULT_ANCHOR });
  const inputs = ['One said so.', 'Two said so.', 'Three said so.', 'NATO met.', 'Five said so.'];
  const files: string[] = [];
  const run = async () => {
    for await (const outcome of writing.ingestArticles(arriving(inputs.map((text) => article(text))), {}))
      files.push(outcome.kind === 'ingested' ? (outcome.report.file ?? '') : outcome.reason);
  };
  await expect(run()).rejects.toThrow('no room for it');
  const saved = await store.listArticles({ direction: 'FORWARD', size: 9, after: null });
  expect(saved.items.map(({ node }) => node.file)).toEqual(files);
  expect(files).toEqual(['One said.txt', 'Two said.txt', 'Three sa.txt']);
  expect(await store.readRevision()).toBe(3);
  await store.close();
  await rm(folder, { recursive: true });
});

test('at most so many items are worked on ahead', async () => {
  let [begun, taken, most] = [0, 0, 0];
  const results = inOrder(arriving([...Array(20).keys()]), { count: 4 }, async (item) => {
    begun += 1;
    most = Math.max(most, begun - taken);
    await new Promise(setImmediate);
    return item;
  });
  for await (const [result] of results) {
    expect(result).toBe(taken);
    taken += 1;
  }
  expect([taken, most]).toEqual([20, 4]);
});

test('large items are few at once', async () => {
  let [held, most] = [0, 0];
  const ahead = { count: 8, size: 10, sizeOf: (size: number) => size };
  const results = inOrder(arriving([4, 4, 4, 20, 1, 1, 1]), ahead, async (size) => {
    held += size;
    most = Math.max(most, held);
    await new Promise(setImmediate);
    return size;
  });
  for await (const [size = 0] of results) held -= size;
  expect([held, most]).toEqual([0, 28]);
});

test('an item that is slow to arrive does not hold back the results before it', async () => {
  const last = Promise.withResolvers<void>();
  async function* slowly() {
    yield 'a';
    await last.promise;
    yield 'b';
  }
  const results = inOrder(slowly(), { count: 4 }, async (item) => item);
  expect(await results.next()).toEqual({ done: false, value: ['a'] });
  last.resolve();
  expect(await results.next()).toEqual({ done: false, value: ['b'] });
  expect(await results.next()).toEqual({ done: true, value: undefined });
});

test('results that are ready come together, at most so many and so large', async () => {
  const ahead = {
    count: 8,
    sizeOf: (item: string) => item.length,
    together: { count: 3, size: 6 },
  };
  const results = inOrder(['a', 'b', 'c', 'd', 'eeeee', 'f', 'g'], ahead, async (item) => item);
  expect(await listOf(results)).toEqual([
    ['a', 'b', 'c'],
    ['d', 'eeeee'],
    ['f', 'g'],
  ]);
});

test('of results that are ready, those before an error come without it', async () => {
  const slow = Promise.withResolvers<void>();
  const results = inOrder([1, 2, 3], { count: 3, together: { count: 3, size: 0 } }, async (item) => {
    await slow.promise;
    if (item === 3) throw new Error('three');
    return item;
  });
  const first = results.next();
  await new Promise(setImmediate);
  slow.resolve();
  expect(await first).toEqual({ done: false, value: [1, 2] });
  await expect(results.next()).rejects.toThrow('three');
});

test('an error of the work is thrown in its turn', async () => {
  const results = inOrder(arriving([1, 2, 3]), { count: 3 }, async (item) => {
    if (item === 2) throw new Error('two');
    return item;
  });
  expect(await results.next()).toEqual({ done: false, value: [1] });
  await expect(results.next()).rejects.toThrow('two');
});
