import { describe, expect, onTestFinished, test } from 'vitest';
import { bundledMigrations } from '../../src/store/open-store.ts';
import type { JobOutcome } from '../../src/store/port/job-queue.ts';
import { openPostgresJobQueue } from '../../src/store/postgres/queue/job-queue.ts';
import { execute, missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { describeJobQueue, drain, jobOf, type QueueSettings } from './describe-job-queue.ts';

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('job_queue');

  const openAgain = async ({
    limit = 1000,
    ...settings
  }: QueueSettings & { readonly timeline?: number } = {}) => {
    const queue = await openPostgresJobQueue(url(), await bundledMigrations('postgres'), {
      limit,
      ...settings,
    });
    onTestFinished(() => queue.close());
    return queue;
  };
  const open = async (settings: QueueSettings = {}) => {
    const queue = await openAgain(settings);
    await execute(url(), 'DELETE FROM jobs');
    return queue;
  };

  describeJobQueue(open);

  test('a passing failure is tried again after a pause', async () => {
    const queue = await open();
    const [job] = await queue.enqueue([jobOf('a')]);
    const busy: JobOutcome = { kind: 'refused', code: 'STORE_BUSY', reason: 'busy', isFinal: false };
    const outcomes: JobOutcome[] = [busy, { kind: 'done', report: '1' }];
    expect(await drain(queue, async () => outcomes.shift() ?? busy)).toEqual(['a', 'a']);
    expect(await queue.get(job?.id ?? '')).toMatchObject({ state: 'DONE', tries: 2 });
  });

  test('two workers share the jobs, and each job is performed once', async () => {
    const [queue, other] = [await open(), await openAgain()];
    const names = Array.from({ length: 20 }, (_, index) => `${index + 10}`);
    await queue.enqueue(names.map((name) => jobOf(name)));
    const begun = await Promise.all([drain(queue), drain(other)]);
    expect(begun.flat().sort()).toEqual(names);
  });

  test('the jobs of a worker whose lock has ended are done by the next one', async () => {
    const [queue, other] = [await open(), await openAgain()];
    const [job] = await queue.enqueue([jobOf('a')]);
    const { promise: isTaken, resolve: take } = Promise.withResolvers<void>();
    const { promise: outcome, resolve: end } = Promise.withResolvers<JobOutcome>();
    const performing = (): Promise<JobOutcome> => {
      take();
      return outcome;
    };
    const ending = new AbortController();
    const working = queue.work(performing, { lanes: 1, signal: ending.signal });
    await isTaken;
    await execute(
      url(),
      `SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE l.locktype = 'advisory' AND d.datname = current_database()`,
    );
    expect(await drain(other)).toEqual(['a']);
    ending.abort();
    end({ kind: 'done', report: '"late"' });
    await working;
    expect(await queue.get(job?.id ?? '')).toMatchObject({ state: 'DONE', tries: 2, report: '"a"' });
    expect(await execute(url(), 'SELECT w.worker FROM queue_workers w')).toEqual([]);
  });

  test('a job that only the table knows is done', async () => {
    const queue = await open();
    await queue.enqueue([jobOf('a')]);
    await execute(url(), 'SELECT graphile_worker.complete_jobs(array_agg(j.id)) FROM graphile_worker.jobs j');
    await execute(url(), "UPDATE jobs SET state = 'RUNNING', worker = 'gone'");
    expect(await drain(queue)).toEqual(['a']);
  });

  test('a job is given up that five workers did not survive', async () => {
    const queue = await open();
    const [job] = await queue.enqueue([jobOf('a')]);
    await execute(url(), 'UPDATE jobs SET tries = 5');
    expect(await drain(queue)).toEqual([]);
    expect(await queue.get(job?.id ?? '')).toMatchObject({
      state: 'FAILED',
      refusal: { code: 'INTERNAL', reason: '5 workers ended while they had the job' },
    });
  });

  test('each timeline has a queue of its own', async () => {
    await execute(
      url(),
      `WITH made AS (INSERT INTO timelines (slug) VALUES ('harbour') RETURNING timeline_id)
      INSERT INTO store_state (timeline_id, revision) SELECT m.timeline_id, 0 FROM made m`,
    );
    const [row] = await execute(url(), "SELECT t.timeline_id FROM timelines t WHERE t.slug = 'harbour'");
    const [queue, other] = [await open(), await openAgain({ timeline: Object(row).timeline_id })];
    await other.enqueue([jobOf('b')]);
    await queue.enqueue([jobOf('a')]);
    expect([await drain(queue), await drain(other)]).toEqual([['a'], ['b']]);
    await expect(openAgain({ timeline: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
