import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Job, JobCounts, JobQueue } from '../../port/job-queue.ts';
import { jobRoom } from '../../sql/job-room.ts';
import {
  countJobs,
  FORGOTTEN_AT_ONCE,
  forgottenBefore,
  JOB_COLUMNS,
  type JobRow,
  toJob,
  toJobCounts,
  waitingJobs,
} from '../../sql/job-rows.ts';
import type { Migration } from '../../sql/migrations.ts';
import { applyMigrations } from '../apply-migrations.ts';
import { inTransaction } from '../in-transaction.ts';
import { poolOfUrl } from '../pool-of-url.ts';
import { answer, isConnectionLost } from '../postgres-errors.ts';
import { requireTimeline } from '../timeline-rows.ts';
import { workWith } from './queue-worker.ts';
import { addToWorker, installWorker } from './worker-jobs.ts';

export interface JobQueueUse {
  /** How many jobs may wait. */
  readonly limit: number;
  readonly now?: () => Date;
  readonly timeline?: number;
  /** The most connections; a worker needs one for each lane, and a few more. */
  readonly connections?: number;
}

const TIMEOUT_MS = 30_000;

const ADD = `
  INSERT INTO jobs (timeline_id, id, state, task, body, created_at)
  SELECT $1, u.id, 'QUEUED', u.task, u.body, $5 FROM unnest($2::text[], $3::text[], $4::bytea[]) AS u (id, task, body)`;

const RETRY = `
  UPDATE jobs SET state = 'QUEUED', tries = 0, finished_at = NULL
  WHERE timeline_id = $1 AND state = 'FAILED' AND body IS NOT NULL AND id = coalesce($2, id) RETURNING id`;

const FORGET = `
  DELETE FROM jobs j USING (
    (SELECT d.id FROM jobs d WHERE d.timeline_id = $1 AND d.state = 'DONE' AND d.finished_at < $2
      ORDER BY d.finished_at LIMIT ${FORGOTTEN_AT_ONCE})
    UNION ALL
    (SELECT f.id FROM jobs f WHERE f.timeline_id = $1 AND f.state = 'FAILED' AND f.finished_at < $3
      ORDER BY f.finished_at LIMIT ${FORGOTTEN_AT_ONCE})) AS old
  WHERE j.timeline_id = $1 AND j.id = old.id`;

/** Opens the queue in the database of a timeline. */
export function openPostgresJobQueue(
  url: string,
  migrations: readonly Migration[],
  use: JobQueueUse,
): Promise<JobQueue> {
  return answer(async () => {
    const { connections, timeline = 1 } = use;
    const pool = poolOfUrl(url, TIMEOUT_MS, connections === undefined ? {} : { connections });
    try {
      await applyMigrations(pool, migrations);
      await requireTimeline(pool, timeline);
      return queueOver(pool, use);
    } catch (error) {
      await pool.end();
      throw error;
    }
  });
}

function queueOver(pool: Pool, { limit, now = () => new Date(), timeline = 1 }: JobQueueUse): JobQueue {
  const query = async <Row>(sql: string, ...values: readonly unknown[]): Promise<readonly Row[]> =>
    // Rows are those of the statement, whose columns the caller knows.
    (await pool.query({ text: sql, values: [timeline, ...values] })).rows as readonly Row[];

  const list = (condition: string, ...values: readonly unknown[]): Promise<readonly Job[]> =>
    answer(async () =>
      (
        await query<JobRow>(
          `SELECT ${JOB_COLUMNS} FROM jobs j WHERE j.timeline_id = $1 AND ${condition}`,
          ...values,
        )
      ).map(toJob),
    );

  const count = async (): Promise<JobCounts> => toJobCounts(await query(countJobs('j.timeline_id = $1')));
  const takeRoom = jobRoom(limit, async () => (await count()).QUEUED);

  let installed: Promise<void> | undefined;
  const install = (): Promise<void> => {
    installed ??= installWorker(pool).catch((error: unknown) => {
      installed = undefined;
      throw error;
    });
    return installed;
  };

  return {
    enqueue: (jobs) =>
      answer(async () => {
        await install();
        await takeRoom(jobs.length);
        const waiting = waitingJobs(jobs, now());
        const ids = waiting.map(({ id }) => id);
        const [tasks, bodies] = [jobs.map(({ task }) => task), jobs.map(({ body }) => Buffer.from(body))];
        await inTransaction(pool, async (client) => {
          await client.query(ADD, [timeline, ids, tasks, bodies, waiting[0]?.createdAt]);
          await addToWorker(client, timeline, ids);
        });
        return waiting;
      }),
    get: async (id) => (await list('j.id = $2', id))[0],
    count: () => answer(count),
    listFailed: (most) => list(`j.state = 'FAILED' ORDER BY j.finished_at DESC, j.id DESC LIMIT $2`, most),
    retry: (id) =>
      answer(async () => {
        await install();
        return inTransaction(pool, async (client) => {
          const { rows } = await client.query<{ id: string }>(RETRY, [timeline, id]);
          await addToWorker(
            client,
            timeline,
            rows.map((row) => row.id),
          );
          return rows.length;
        });
      }),
    work: (perform, options) =>
      answer(async () => {
        const forget = async (): Promise<void> => {
          const { done, failed } = forgottenBefore(now());
          await query(FORGET, done, failed);
        };
        const isEmpty = async (): Promise<boolean> => {
          const { QUEUED, RUNNING } = await count();
          return QUEUED + RUNNING === 0;
        };
        for (;;)
          try {
            await install();
            await forget();
            return await workWith(pool, { timeline, now, perform, isEmpty, forget }, options);
          } catch (error) {
            if (options.signal.aborted) return;
            if (!isConnectionLost(error)) throw error;
            await setTimeout(RECONNECT_MS);
          }
      }),
    close: () => pool.end(),
  };
}

const RECONNECT_MS = 1000;
