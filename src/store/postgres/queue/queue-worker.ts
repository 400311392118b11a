import { setTimeout } from 'node:timers/promises';
import type { Task } from 'graphile-worker';
import type { Pool } from 'pg';
import type { JobOutcome, TakenJob, WorkOptions } from '../../port/job-queue.ts';
import { JOBS_BETWEEN, MOST_TRIES, settlementOf, WORKERS_DIED } from '../../sql/job-rows.ts';
import { silentLogger, taskName } from './worker-jobs.ts';
import { recoverJobs, registerWorker, unregisterWorker } from './worker-locks.ts';

/*
 * graphile-worker decides which worker takes which job, and when a job is tried again. Its tables are its own: the state that
 * is shown lies in `jobs`.
 */

interface Work {
  readonly timeline: number;
  readonly now: () => Date;
  readonly perform: (job: TakenJob) => Promise<JobOutcome>;
  readonly isEmpty: () => Promise<boolean>;
  /** Removes jobs that were finished long ago. */
  readonly forget: () => Promise<void>;
}

/** A worker that dies is noticed within this time. */
const RECOVERY_MS = 15_000;
const POLL_MS = 1000;
const EMPTY_MS = 200;

/** A job that is RUNNING has lost its worker: graphile-worker gives a job to one worker at a time. */
const TAKE = `
  UPDATE jobs SET state = 'RUNNING', tries = tries + 1, started_at = $3, worker = $4
  WHERE timeline_id = $1 AND id = $2 AND state IN ('QUEUED', 'RUNNING') RETURNING task, body, tries`;

/** A worker that has lost its job to another one settles nothing. */
const SETTLE = `
  UPDATE jobs SET state = $4, report = $5, code = $6, reason = $7, finished_at = $8, worker = NULL,
    body = CASE WHEN $9 THEN body END
  WHERE timeline_id = $1 AND id = $2 AND worker = $3`;

/** Performs jobs until they are to end, or until the connection that holds the worker's lock breaks. */
export async function workWith(
  pool: Pool,
  work: Work,
  { lanes, signal, untilEmpty }: WorkOptions,
): Promise<void> {
  const { run } = await import('graphile-worker');
  const owner = await pool.connect();
  const ending = new AbortController();
  let lost: Error | undefined;
  const lose = (error: Error): void => {
    lost ??= error;
    ending.abort();
  };
  owner.on('error', lose);
  let registered: Promise<void> | undefined;
  let name = '';
  let performed = 0;
  const perform: Task = async (payload, { job }) => {
    await performJob(pool, work, idOf(payload), job.locked_by);
    performed += 1;
    if (performed % JOBS_BETWEEN === 0) await work.forget();
  };
  const register = (worker: string): Promise<void> => {
    name = worker;
    registered ??= registerWorker(owner, pool, work.timeline, worker);
    // graphile-worker would go on without the lock.
    registered.catch(lose);
    return registered;
  };
  const runner = await run({
    pgPool: pool,
    concurrency: lanes,
    noHandleSignals: true,
    pollInterval: POLL_MS,
    // A pooler may give each transaction another connection.
    noPreparedStatements: true,
    logger: await silentLogger(),
    taskList: { [taskName(work.timeline)]: perform },
    preset: { plugins: [registration(register)] },
  }).catch((error: unknown) => {
    owner.release(true);
    throw error;
  });
  const failed = runner.promise.finally(() => ending.abort());
  failed.catch(() => {});
  const end = AbortSignal.any([signal, ending.signal]);
  const recovery = setInterval(() => recoverJobs(pool, work.timeline, name).catch(() => {}), RECOVERY_MS);
  try {
    while (!end.aborted && !(untilEmpty === true && (await work.isEmpty())))
      await setTimeout(untilEmpty === true ? EMPTY_MS : POLL_MS, undefined, { signal: end }).catch(() => {});
  } finally {
    clearInterval(recovery);
    await runner.stop().catch(() => {});
    if (lost === undefined) await unregisterWorker(pool, work.timeline, name);
    owner.release(true);
  }
  if (lost !== undefined) throw lost;
  await failed;
}

/** Has a worker registered before it takes a job. The hook has to end before graphile-worker asks for one. */
const registration = (register: (worker: string) => Promise<void>): GraphileConfig.Plugin => ({
  name: 'dateline-workers',
  worker: { hooks: { startWorker: (_, { worker }) => register(worker.workerPool.id) } },
});

/** Throws where the job is to be tried again: then graphile-worker does so after a pause. */
async function performJob(pool: Pool, work: Work, id: string, worker: string | null): Promise<void> {
  const instant = (): string => work.now().toISOString();
  const { rows } = await pool.query<{ task: string; body: string; tries: number }>(TAKE, [
    work.timeline,
    id,
    instant(),
    worker,
  ]);
  const [taken] = rows;
  if (taken === undefined) return;
  const { task, body, tries } = taken;
  const outcome = tries > MOST_TRIES ? WORKERS_DIED : await work.perform({ id, task, body: bytesOf(body) });
  const { state, report, code, reason, keepsBody } = settlementOf(outcome, tries);
  const finishedAt = state === 'QUEUED' ? null : instant();
  await pool.query(SETTLE, [work.timeline, id, worker, state, report, code, reason, finishedAt, keepsBody]);
  if (state === 'QUEUED') throw new Error(`${code}: ${reason}`);
}

/** The pool gives JSON and bytes as texts. */
const idOf = (payload: unknown): string => {
  const value: unknown = typeof payload === 'string' ? JSON.parse(payload) : payload;
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
};

const bytesOf = (text: string): Uint8Array => Buffer.from(text.slice('\\x'.length), 'hex');
