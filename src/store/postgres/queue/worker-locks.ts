import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../in-transaction.ts';
import { addToWorker } from './worker-jobs.ts';

/*
 * graphile-worker frees the jobs of a dead worker after four hours only. Each worker therefore holds an advisory lock on a connection
 * of its own. The server ends the lock with the worker, and another worker then frees its jobs.
 */

/** Any number that no other lock of the program has. */
const LOCK = 20_211_223;

const FIND_DEAD = `
  SELECT w.worker FROM queue_workers w
  WHERE w.timeline_id = $1 AND w.worker <> $2 AND pg_try_advisory_xact_lock($3, hashtext(w.worker))`;

const REQUEUE = `
  UPDATE jobs j SET state = 'QUEUED', worker = NULL WHERE j.timeline_id = $1 AND j.state = 'RUNNING' AND NOT EXISTS (
    SELECT 1 FROM queue_workers w WHERE w.timeline_id = j.timeline_id AND w.worker = j.worker)
  RETURNING j.id`;

/** The lock comes before the row: a worker in the table without a lock is dead. It lasts as long as the transaction, through a pooler too. */
export async function registerWorker(
  owner: PoolClient,
  pool: Pool,
  timeline: number,
  worker: string,
): Promise<void> {
  await owner.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
  await owner.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCK, worker]);
  await pool.query('INSERT INTO queue_workers (timeline_id, worker) VALUES ($1, $2)', [timeline, worker]);
  await recoverJobs(pool, timeline, worker);
}

export const unregisterWorker = async (pool: Pool, timeline: number, worker: string): Promise<void> =>
  void (await pool.query('DELETE FROM queue_workers WHERE timeline_id = $1 AND worker = $2', [
    timeline,
    worker,
  ]));

/** Puts the jobs of dead workers back into the queue. */
export const recoverJobs = (pool: Pool, timeline: number, worker: string): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ worker: string }>(FIND_DEAD, [timeline, worker, LOCK]);
    const dead = rows.map((row) => row.worker);
    await client.query('DELETE FROM queue_workers WHERE timeline_id = $1 AND worker = ANY($2)', [
      timeline,
      dead,
    ]);
    await client.query('SELECT graphile_worker.force_unlock_workers($1)', [dead]);
    const { rows: jobs } = await client.query<{ id: string }>(REQUEUE, [timeline]);
    await addToWorker(
      client,
      timeline,
      jobs.map(({ id }) => id),
    );
  });
