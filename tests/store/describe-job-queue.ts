import { expect, test } from 'vitest';
import type { JobOutcome, JobQueue, TakenJob } from '../../src/store/port/job-queue.ts';

export interface QueueSettings {
  readonly limit?: number;
  readonly now?: () => Date;
}

/** Opens an empty queue, which is closed after the test. */
export type OpenQueue = (settings?: QueueSettings) => Promise<JobQueue>;

export const jobOf = (task: string, body = task) => ({
  task: JSON.stringify(task),
  body: new TextEncoder().encode(body),
});

const done = (job: TakenJob): JobOutcome => ({ kind: 'done', report: job.task });

const refused = (isFinal: boolean): JobOutcome => ({
  kind: 'refused',
  code: isFinal ? 'BAD_ARTICLE' : 'STORE_BUSY',
  reason: isFinal ? 'the text is empty' : 'the database is busy',
  isFinal,
});

/** Performs jobs until none is left; returns their bodies in the order in which they were begun. */
export async function drain(
  queue: JobQueue,
  perform: (job: TakenJob) => Promise<JobOutcome> = async (job) => done(job),
  lanes = 1,
): Promise<readonly string[]> {
  const begun: string[] = [];
  const performing = (job: TakenJob): Promise<JobOutcome> => {
    begun.push(new TextDecoder().decode(job.body));
    return perform(job);
  };
  await queue.work(performing, { lanes, signal: new AbortController().signal, untilEmpty: true });
  return begun;
}

/** The contract of the port, for every implementation. */
export function describeJobQueue(open: OpenQueue): void {
  test('a job waits until a worker has performed it, and then has its report', async () => {
    const queue = await open();
    const [job] = await queue.enqueue([jobOf('a')]);
    expect(job).toMatchObject({ state: 'QUEUED', tries: 0, startedAt: null, finishedAt: null, report: null });
    const id = job?.id ?? '';
    expect(await queue.get(id)).toEqual(job);
    let seen: unknown;
    await drain(queue, async (taken) => {
      seen = [taken.id, (await queue.get(id))?.state, await queue.count()];
      return done(taken);
    });
    expect(seen).toEqual([id, 'RUNNING', { QUEUED: 0, RUNNING: 1, FAILED: 0 }]);
    expect(await queue.get(id)).toMatchObject({ state: 'DONE', tries: 1, report: '"a"', refusal: null });
    expect(await queue.get('job_unknown')).toBeUndefined();
  });

  test('jobs are taken in the order in which they were added, their bytes as they came', async () => {
    const queue = await open();
    await queue.enqueue(['c', 'a', 'b'].map((name) => jobOf(name, `${name}\0é`)));
    await queue.enqueue([jobOf('d')]);
    expect(await drain(queue)).toEqual(['c\0é', 'a\0é', 'b\0é', 'd']);
    expect(await drain(queue)).toEqual([]);
  });

  test('a final refusal is not tried again, and is listed until it is put back', async () => {
    const queue = await open();
    const [job] = await queue.enqueue([jobOf('empty'), jobOf('good')]);
    const perform = async (taken: TakenJob) => (taken.task === '"empty"' ? refused(true) : done(taken));
    await drain(queue, perform);
    expect(await queue.count()).toEqual({ QUEUED: 0, RUNNING: 0, FAILED: 1 });
    expect(await queue.listFailed(10)).toMatchObject([
      {
        id: job?.id,
        state: 'FAILED',
        tries: 1,
        refusal: { code: 'BAD_ARTICLE', reason: 'the text is empty' },
      },
    ]);
    expect(await queue.listFailed(0)).toEqual([]);
    expect(await queue.retry('job_unknown')).toBe(0);
    expect(await queue.retry(job?.id ?? '')).toBe(1);
    expect(await queue.retry(null)).toBe(0);
    expect(await drain(queue)).toEqual(['empty']);
    expect(await queue.get(job?.id ?? '')).toMatchObject({ state: 'DONE', tries: 1, refusal: null });
  });

  test('the text of a purged article does not stay, so that its job is not tried again', async () => {
    const queue = await open();
    await queue.enqueue([jobOf('a')]);
    await drain(queue, async () => ({ ...refused(true), code: 'PURGED' }));
    expect(await queue.retry(null)).toBe(0);
    expect(await queue.count()).toEqual({ QUEUED: 0, RUNNING: 0, FAILED: 1 });
  });

  test('a full queue takes no more jobs', async () => {
    const queue = await open({ limit: 2 });
    await queue.enqueue([jobOf('a'), jobOf('b')]);
    const [refusal, counts] = [queue.enqueue([jobOf('c')]), queue.count()];
    await expect(refusal).rejects.toMatchObject({ code: 'STORE_BUSY', message: /the queue is full/ });
    expect(await counts).toMatchObject({ QUEUED: 2 });
    await drain(queue);
    await queue.enqueue([jobOf('c')]);
  });

  test('jobs that are done are forgotten after a week, those that failed after ninety days', async () => {
    let now = new Date('2030-03-01T00:00:00.000Z');
    const queue = await open({ now: () => now });
    const jobs = await queue.enqueue([jobOf('good'), jobOf('bad')]);
    await drain(queue, async (taken) => (taken.task === '"bad"' ? refused(true) : done(taken)));
    const statesAfter = async (day: string) => {
      now = new Date(day);
      await drain(queue);
      return Promise.all(jobs.map(async ({ id }) => (await queue.get(id))?.state));
    };
    expect(await statesAfter('2030-03-08T00:00:00.000Z')).toEqual(['DONE', 'FAILED']);
    expect(await statesAfter('2030-03-08T00:00:00.001Z')).toEqual([undefined, 'FAILED']);
    expect(await statesAfter('2030-05-30T00:00:00.001Z')).toEqual([undefined, undefined]);
  });

  test('a worker that is to end finishes the jobs that it has taken', async () => {
    const queue = await open();
    await queue.enqueue([jobOf('a'), jobOf('b')]);
    const ending = new AbortController();
    const perform = async (taken: TakenJob) => {
      ending.abort();
      return done(taken);
    };
    await queue.work(perform, { lanes: 1, signal: ending.signal });
    expect(await queue.count()).toEqual({ QUEUED: 1, RUNNING: 0, FAILED: 0 });
    expect(await drain(queue)).toEqual(['b']);
  });

  test('several jobs are performed at a time, as many as there are lanes', async () => {
    const queue = await open();
    await queue.enqueue(['a', 'b', 'c', 'd'].map((name) => jobOf(name)));
    let [atWork, most] = [0, 0];
    const { promise: bothAtWork, resolve } = Promise.withResolvers<void>();
    await drain(
      queue,
      async (taken) => {
        atWork += 1;
        most = Math.max(most, atWork);
        if (atWork === 2) resolve();
        await bothAtWork;
        atWork -= 1;
        return done(taken);
      },
      2,
    );
    expect(most).toBe(2);
  });
}
