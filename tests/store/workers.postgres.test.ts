import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openJobQueue, openStore } from '../../src/store/open-store.ts';
import type { JobQueue } from '../../src/store/port/job-queue.ts';
import { articleJob } from '../../src/timeline/ingest/article-queue.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { newsDocuments } from '../bench/news-documents.ts';
import { createTestTimeline, openTestTimeline } from '../support/open-test-timeline.ts';
import { missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { finished, startDateline } from '../support/run-dateline.ts';

const SEEDS = new URL('../../seeds/late-2021/', import.meta.url);

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const shared = postgresDatabase('workers_shared');
  const killed = postgresDatabase('workers_killed');

  const openQueue = async (url: string): Promise<JobQueue> => {
    const queue = await openJobQueue(url, { limit: 1000 });
    onTestFinished(() => queue.close());
    return queue;
  };
  const openTimeline = async (url: string): Promise<Timeline> => {
    const store = await openStore(url);
    onTestFinished(() => store.close());
    return createTestTimeline(store);
  };
  const startWorker = (url: string, ...args: readonly string[]) => {
    const worker = startDateline(['work', '--lanes', '1', ...args], { settings: { DATABASE_URL: url } });
    onTestFinished(() => void worker.kill('SIGKILL'));
    return worker;
  };

  test('two workers make the timeline that one article after the other makes', async () => {
    const queue = await openQueue(shared());
    const one = await openTestTimeline();
    onTestFinished(() => one.close());
    const names = (await readdir(SEEDS)).filter((name) => name.endsWith('.md'));
    const documents = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(new URL(name, SEEDS)) })),
    );
    for (const document of documents)
      await one.timeline.ingestDocument({ ...document, format: 'md', maxBytes: 1_000_000 }, {});
    await queue.enqueue(
      documents
        .toReversed()
        .map(({ name, bytes }) => articleJob({ name, format: 'md', restore: false, by: null }, bytes)),
    );
    const runs = await Promise.all([1, 2].map(() => finished(startWorker(shared(), '--drain'))));
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(runs.flatMap(({ stdout }) => stdout.match(/^ADDED /gm) ?? [])).toHaveLength(names.length);
    const timeline = await openTimeline(shared());
    expect(await accountsOf(timeline)).toEqual(await accountsOf(one.timeline));
    expect(await timeline.verify()).toEqual([]);
  });

  test('the articles of a worker that was killed are read by another one, each once', async () => {
    const queue = await openQueue(killed());
    const jobs = await queue.enqueue(
      newsDocuments(5).map(({ id, text }) =>
        articleJob({ name: `${id}.txt`, format: 'txt', restore: false, by: null }, Buffer.from(text)),
      ),
    );
    const worker = startWorker(killed());
    if (worker.stdout === null) throw new Error('there is no output');
    await once(createInterface(worker.stdout), 'line');
    const exit = once(worker, 'exit');
    worker.kill('SIGKILL');
    await exit;
    const other = startWorker(killed());
    const run = finished(other);
    await expect
      .poll(() => queue.count(), { timeout: 120_000 })
      .toEqual({ QUEUED: 0, RUNNING: 0, FAILED: 0 });
    other.kill('SIGTERM');
    expect((await run).code).toBe(0);
    const ended = await Promise.all(jobs.map(({ id }) => queue.get(id)));
    expect(ended.map((job) => job?.state)).toEqual(jobs.map(() => 'DONE'));
    const timeline = await openTimeline(killed());
    const { articleCount, revision } = await timeline.describe();
    expect([articleCount, revision]).toEqual([jobs.length, jobs.length]);
    expect(await timeline.verify()).toEqual([]);
  });
});

/** The events with their accounts. Their ids, revisions and the order of those of one day differ with the order of the articles. */
async function accountsOf(timeline: Timeline): Promise<readonly string[]> {
  const events: string[] = [];
  for await (const { title, type, date, mentions } of timeline.exportEvents({}, 'DATE'))
    events.push(JSON.stringify({ date, title, type, mentions: mentions.map(({ id }) => id).sort() }));
  return events.sort();
}
