import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';
import type { JobCounts, JobQueue, TakenJob } from '../port/job-queue.ts';
import {
  FORGOTTEN_AT_ONCE,
  forgottenBefore,
  JOB_COLUMNS,
  JOBS_BETWEEN,
  type JobRow,
  jobRoom,
  MOST_TRIES,
  pauseMs,
  settlementOf,
  toJob,
  WORKERS_DIED,
  waitingJobs,
} from '../sql/job-rows.ts';
import type { Migration } from '../sql/migrations.ts';
import { connect, disconnect, isBusy } from './connection.ts';
import { bringUpToDate } from './open-sqlite-store.ts';
import { answer, answerOpening } from './sqlite-errors.ts';
import { accessTo } from './store-access.ts';

export interface JobQueueUse {
  /** How many jobs may wait. */
  readonly limit: number;
  readonly now?: () => Date;
}

const ADD = `INSERT INTO jobs (id, state, task, body, created_at, due_at) VALUES (?, 'QUEUED', ?, ?, ?, ?)`;

const NEXT = `
  SELECT j.id FROM jobs j WHERE j.state = 'QUEUED' AND j.due_at <= ? ORDER BY j.due_at, j.id LIMIT 1`;

const TAKE = `
  UPDATE jobs SET state = 'RUNNING', tries = tries + 1, started_at = ? WHERE id = (${NEXT})
  RETURNING id, task, body, tries`;

const SETTLE = `
  UPDATE jobs SET state = ?, report = ?, code = ?, reason = ?, finished_at = ?, due_at = ?, body = iif(?, body, NULL)
  WHERE id = ?`;

/** A try that the end of the process broke off does not count. */
const PUT_BACK = "UPDATE jobs SET state = 'QUEUED', tries = tries - 1 WHERE id = ?";

const RETRY = `
  UPDATE jobs SET state = 'QUEUED', tries = 0, finished_at = NULL, due_at = ?
  WHERE state = 'FAILED' AND body IS NOT NULL AND id = ifnull(?, id)`;

const COUNT = `
  SELECT j.state, count(*) AS count FROM jobs j WHERE j.state IN ('QUEUED', 'RUNNING', 'FAILED') GROUP BY j.state`;

const FORGET = `
  DELETE FROM jobs WHERE id IN (
    SELECT j.id FROM jobs j WHERE j.state = ? AND j.finished_at < ? ORDER BY j.finished_at LIMIT ${FORGOTTEN_AT_ONCE})`;

/** How often a worker without a job looks for those that other processes have added, or whose pause has ended. */
const POLL_MS = 1000;

/** Opens the queue in the database file of a timeline, or a queue in memory that ends with the process. */
export function openSqliteJobQueue(
  file: string,
  migrations: readonly Migration[],
  use: JobQueueUse,
): Promise<JobQueue> {
  return answerOpening(async () => {
    const database = connect(file);
    try {
      await bringUpToDate(database, migrations);
      return queueOver(database, use);
    } catch (error) {
      disconnect(database);
      throw error;
    }
  });
}

function queueOver(database: Database.Database, { limit, now = () => new Date() }: JobQueueUse): JobQueue {
  const { read, unit, close } = accessTo(database);
  const add = database.prepare<[string, string, Uint8Array, string, string]>(ADD);
  const next = database.prepare<[string], Pick<JobRow, 'id'>>(NEXT);
  const take = database.prepare<[string, string], TakenJob & { readonly tries: number }>(TAKE);
  const settle = database.prepare(SETTLE);
  const putBack = database.prepare<[string]>(PUT_BACK);
  const retry = database.prepare<[string, string | null]>(RETRY);
  const counts = database.prepare<[], { state: keyof JobCounts; count: number }>(COUNT);
  const forget = database.prepare<[string, string]>(FORGET);
  const get = database.prepare<[string], JobRow>(`SELECT ${JOB_COLUMNS} FROM jobs j WHERE j.id = ?`);
  const failed = database.prepare<[number], JobRow>(
    `SELECT ${JOB_COLUMNS} FROM jobs j WHERE j.state = 'FAILED' ORDER BY j.finished_at DESC, j.id DESC LIMIT ?`,
  );
  const reset = database.prepare("UPDATE jobs SET state = 'QUEUED' WHERE state = 'RUNNING'");
  const instant = (afterMs = 0): string => new Date(now().getTime() + afterMs).toISOString();
  let wake = Promise.withResolvers<void>();

  const count = (): Promise<JobCounts> =>
    read(() => ({
      QUEUED: 0,
      RUNNING: 0,
      FAILED: 0,
      ...Object.fromEntries(counts.all().map(({ state, count }) => [state, count])),
    }));
  const takeRoom = jobRoom(limit, async () => (await count()).QUEUED);

  const forgetOld = (): Promise<void> =>
    unit(async () => {
      const { done, failed } = forgottenBefore(now());
      forget.run('DONE', done);
      forget.run('FAILED', failed);
    });

  const takeNext = async () => {
    if ((await read(() => next.get(instant()))) === undefined) return undefined;
    return unit(async () => take.get(instant(), instant()));
  };

  const wakeAll = (): void => {
    wake.resolve();
    wake = Promise.withResolvers();
  };

  return {
    enqueue: async (jobs) => {
      await takeRoom(jobs.length);
      const waiting = waitingJobs(jobs, now());
      await unit(async () => {
        for (const [index, { id, task, createdAt }] of waiting.entries())
          add.run(id, task, jobs[index]?.body ?? new Uint8Array(), createdAt, createdAt);
      });
      wakeAll();
      return waiting;
    },
    get: (id) =>
      read(() => {
        const row = get.get(id);
        return row && toJob(row);
      }),
    count,
    listFailed: (most) => read(() => failed.all(most).map(toJob)),
    retry: async (id) => {
      const { changes } = await unit(async () => retry.run(instant(), id));
      wakeAll();
      return changes;
    },
    work: async (perform, { lanes, signal, untilEmpty = false }) => {
      const release = await workAlone(database);
      const isEmpty = async (): Promise<boolean> => {
        const { QUEUED, RUNNING } = await count();
        return QUEUED + RUNNING === 0;
      };
      const work = async ({
        id,
        task,
        body,
        tries,
      }: TakenJob & { readonly tries: number }): Promise<void> => {
        const outcome = tries > MOST_TRIES ? WORKERS_DIED : await perform({ id, task, body });
        if (signal.aborted && outcome.kind === 'refused' && !outcome.isFinal)
          return void (await unit(async () => putBack.run(id)));
        const { state, report, code, reason, keepsBody } = settlementOf(outcome, tries);
        const finishedAt = state === 'QUEUED' ? null : instant();
        await unit(async () =>
          settle.run(state, report, code, reason, finishedAt, instant(pauseMs(tries)), Number(keepsBody), id),
        );
      };
      let taken = 0;
      let failure: unknown;
      const lane = async (): Promise<void> => {
        while (!signal.aborted && failure === undefined) {
          const woken = wake.promise;
          if (taken % JOBS_BETWEEN === 0) await forgetOld();
          const job = await takeNext();
          taken += 1;
          if (job !== undefined) await work(job);
          else if (untilEmpty && (await isEmpty())) return;
          else await Promise.race([woken, pause(signal)]);
        }
      };
      try {
        await unit(async () => reset.run());
        const failing = (error: unknown): void => {
          failure ??= error;
        };
        await Promise.all(Array.from({ length: lanes }, () => lane().catch(failing)));
        if (failure !== undefined) throw failure;
      } finally {
        release();
      }
    },
    close: () => close(() => disconnect(database)),
  };
}

const pause = (signal: AbortSignal): Promise<void> =>
  setTimeout(POLL_MS, undefined, { signal }).catch(() => {});

/**
 * Only one process works on a file, so that a job that is RUNNING when the work begins has lost its worker. The system holds the
 * lock, and ends it with the process, even if the process is killed.
 */
function workAlone({ name, memory }: Database.Database): Promise<() => void> {
  return answer(() => {
    if (memory) return () => {};
    const lock = new Database(`${name}-queue`, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return () => lock.close();
    } catch (error) {
      lock.close();
      if (!isBusy(error)) throw error;
      throw new TimelineError(
        'STORE_BUSY',
        'another process takes the articles from the queue of this database',
      );
    }
  });
}
