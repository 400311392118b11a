import type { Database } from 'better-sqlite3';
import type { JobCounts, JobQueue } from '../../port/job-queue.ts';
import { jobRoom } from '../../sql/job-room.ts';
import {
  countJobs,
  inState,
  JOB_COLUMNS,
  type JobRow,
  toJob,
  toJobCounts,
  waitingJobs,
} from '../../sql/job-rows.ts';
import type { Migration } from '../../sql/migrations.ts';
import { connect, disconnect } from '../connection.ts';
import { bringUpToDate } from '../open-sqlite-store.ts';
import { answerOpening } from '../sqlite-errors.ts';
import { accessTo } from '../store-access.ts';
import { workWith } from './queue-worker.ts';

export interface JobQueueUse {
  /** How many jobs may wait. */
  readonly limit: number;
  readonly now?: () => Date;
}

const ADD = `INSERT INTO jobs (id, state, task, body, created_at, due_at) VALUES (?, 'QUEUED', ?, ?, ?, ?)`;

const RETRY = `
  UPDATE jobs SET state = 'QUEUED', tries = 0, finished_at = NULL, due_at = ?
  WHERE body IS NOT NULL AND id IN (SELECT j.id FROM jobs j WHERE ${inState('FAILED')} AND j.id = ifnull(?, j.id))`;

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

function queueOver(database: Database, { limit, now = () => new Date() }: JobQueueUse): JobQueue {
  const { read, unit, close } = accessTo(database);
  const add = database.prepare<[string, string, Uint8Array, string, string]>(ADD);
  const retry = database.prepare<[string, string | null]>(RETRY);
  const counts = database.prepare<[], { state: keyof JobCounts; count: number }>(countJobs());
  const get = database.prepare<[string], JobRow>(`SELECT ${JOB_COLUMNS} FROM jobs j WHERE j.id = ?`);
  const failed = database.prepare<[number], JobRow>(
    `SELECT ${JOB_COLUMNS} FROM jobs j WHERE ${inState('FAILED')} ORDER BY j.finished_at DESC, j.id DESC LIMIT ?`,
  );
  let wake = Promise.withResolvers<void>();

  const count = (): Promise<JobCounts> => read(() => toJobCounts(counts.all()));
  const takeRoom = jobRoom(limit, async () => (await count()).QUEUED);

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
      const { changes } = await unit(async () => retry.run(now().toISOString(), id));
      wakeAll();
      return changes;
    },
    work: (perform, options) => {
      const isEmpty = async (): Promise<boolean> => {
        const { QUEUED, RUNNING } = await count();
        return QUEUED + RUNNING === 0;
      };
      return workWith(database, { read, unit, now, perform, isEmpty, woken: () => wake.promise }, options);
    },
    close: () => close(() => disconnect(database)),
  };
}
