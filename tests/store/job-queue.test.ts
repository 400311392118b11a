import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { bundledMigrations, hasWaitingJobs, openJobQueue } from '../../src/store/open-store.ts';
import type { JobOutcome, TakenJob } from '../../src/store/port/job-queue.ts';
import { pauseMs } from '../../src/store/sql/job-rows.ts';
import { openSqliteJobQueue } from '../../src/store/sqlite/queue/job-queue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeJobQueue, drain, jobOf, type QueueSettings } from './describe-job-queue.ts';

async function open({ limit = 1000, ...settings }: QueueSettings = {}, file = ':memory:') {
  const queue = await openSqliteJobQueue(file, await bundledMigrations(), { limit, ...settings });
  onTestFinished(() => queue.close());
  return queue;
}

describeJobQueue(open);

const BUSY: JobOutcome = { kind: 'refused', code: 'STORE_BUSY', reason: 'busy', isFinal: false };

test('the pauses between the tries of a job grow', () => {
  expect([1, 2, 3, 4].map((tries) => Math.round(pauseMs(tries) / 1000))).toEqual([3, 7, 20, 55]);
});

test('a passing failure is tried again after a pause, five times in all', async () => {
  let now = Date.parse('2030-03-01T00:00:00.000Z');
  const queue = await open({ now: () => new Date(now) });
  const [job] = await queue.enqueue([jobOf('a')]);
  const tries: number[] = [];
  await drain(queue, async () => {
    tries.push(now);
    const passPause = async (): Promise<void> => {
      now += pauseMs(tries.length);
      await queue.retry(null);
    };
    if (tries.length < 5) setImmediate(passPause);
    return BUSY;
  });
  expect(tries.slice(1).map((at, index) => at - (tries[index] ?? 0))).toEqual([1, 2, 3, 4].map(pauseMs));
  expect(await queue.get(job?.id ?? '')).toMatchObject({
    state: 'FAILED',
    tries: 5,
    refusal: { code: 'STORE_BUSY', reason: 'busy' },
  });
});

test('one process works on a file at a time, and others may add jobs', async () => {
  const file = `${await temporaryFolder()}/timeline.sqlite`;
  const [queue, other] = [await open({}, file), await open({}, file)];
  await queue.enqueue([jobOf('a')]);
  const perform = async (): Promise<JobOutcome> => {
    await expect(drain(other)).rejects.toMatchObject({ code: 'STORE_BUSY' });
    return { kind: 'done', report: '1' };
  };
  await drain(queue, perform);
  await other.enqueue([jobOf('b')]);
  expect(await drain(queue)).toEqual(['b']);
  expect(await drain(other)).toEqual([]);
});

test('a file whose jobs wait is known by a look at it, without a queue', async () => {
  const url = `sqlite:${await temporaryFolder()}/timeline.sqlite`;
  const queue = await openJobQueue(url, { limit: 10 });
  const waits = [await hasWaitingJobs(url)];
  await queue.enqueue([jobOf('a')]);
  waits.push(await hasWaitingJobs(url));
  await drain(queue);
  waits.push(await hasWaitingJobs(url), await hasWaitingJobs('sqlite::memory:'));
  await queue.close();
  expect(waits).toEqual([false, true, false, false]);
});

test('no jobs wait in a file that is not there yet, or that an earlier version has made', async () => {
  const folder = await temporaryFolder();
  expect(await hasWaitingJobs(`sqlite:${folder}/none.sqlite`)).toBe(false);
  const earlier = new Database(`${folder}/earlier.sqlite`);
  earlier.exec('CREATE TABLE markers (name TEXT)');
  earlier.close();
  expect(await hasWaitingJobs(`sqlite:${folder}/earlier.sqlite`)).toBe(false);
});

test('a database that is open for reading only has no queue', async () => {
  const url = 'sqlite:timeline.sqlite?mode=ro';
  await expect(openJobQueue(url, { limit: 10 })).rejects.toMatchObject({ code: 'READ_ONLY' });
});

test('a job is given up that five workers did not survive', async () => {
  const file = `${await temporaryFolder()}/timeline.sqlite`;
  const queue = await open({}, file);
  const [job] = await queue.enqueue([jobOf('a')]);
  const database = new Database(file);
  database.exec("UPDATE jobs SET state = 'RUNNING', tries = 5");
  database.close();
  expect(await drain(queue)).toEqual([]);
  expect(await queue.get(job?.id ?? '')).toMatchObject({
    state: 'FAILED',
    refusal: { code: 'INTERNAL', reason: '5 workers ended while they had the job' },
  });
});

test('a try that the end of the process breaks off does not count', async () => {
  const queue = await open();
  const [job] = await queue.enqueue([jobOf('a')]);
  const ending = new AbortController();
  const perform = async (): Promise<JobOutcome> => {
    ending.abort();
    return BUSY;
  };
  await queue.work(perform, { lanes: 1, signal: ending.signal });
  expect(await queue.get(job?.id ?? '')).toMatchObject({ state: 'QUEUED', tries: 0 });
  expect(await drain(queue)).toEqual(['a']);
});

test('the jobs at work are ended before a failure of the queue is thrown', async () => {
  const queue = await open();
  await queue.enqueue([jobOf('a'), jobOf('b')]);
  const { promise: isBegun, resolve: begin } = Promise.withResolvers<void>();
  let ended = 0;
  const perform = async (taken: TakenJob): Promise<JobOutcome> => {
    if (taken.task === '"b"') begin();
    await isBegun;
    if (taken.task === '"a"') throw new Error('a fault');
    await new Promise(setImmediate);
    ended += 1;
    return { kind: 'done', report: '1' };
  };
  await expect(drain(queue, perform, 2)).rejects.toThrow('a fault');
  expect(ended).toBe(1);
});

test('no statement looks through all jobs, however many are done', async () => {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const file = `${await temporaryFolder()}/timeline.sqlite`;
  await drain(await open({}, file));
  const statements = prepare.mock.calls.map(([sql]) => sql).filter((sql) => /(FROM|UPDATE) jobs\b/.test(sql));
  prepare.mockRestore();
  const database = new Database(file);
  const plans = statements.map((sql) => {
    const values = Array.from({ length: sql.split('?').length - 1 }, () => null);
    const steps = database.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    return { sql, scans: steps.map(({ detail }) => detail).filter((detail) => /SCAN j/.test(detail)) };
  });
  database.close();
  expect(plans.length).toBeGreaterThan(9);
  expect(plans.filter(({ scans }) => scans.length > 0)).toEqual([]);
});
