import type { Logger } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';

/** Each timeline has workers of its own. */
export const taskName = (timeline: number): string => `dateline:${timeline}`;

/**
 * A job that is there already is not added again. Jobs are a tick apart, so that they are taken in their order. Our own table counts
 * the tries.
 */
const ADD = `
  SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT ($1, json_build_object('id', u.id), NULL, now() + u.place * interval '1 microsecond', 1000, u.id, NULL, NULL)
      ::graphile_worker.job_spec
    FROM unnest($2::text[]) WITH ORDINALITY AS u (id, place)))`;

/** Gives jobs of the table to graphile-worker, the oldest first. */
export const addToWorker = async (
  client: PoolClient,
  timeline: number,
  ids: readonly string[],
): Promise<void> => void (await client.query(ADD, [taskName(timeline), ids.toSorted()]));

/** Makes the tables of graphile-worker. It is loaded only where they are missing. */
export async function installWorker(pool: Pool): Promise<void> {
  const { rows } = await pool.query("SELECT 1 WHERE to_regtype('graphile_worker.job_spec') IS NULL");
  if (rows.length === 0) return;
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ pgPool: pool, logger: await silentLogger() });
}

/** The state of each job is in the table, with the reason of a failure. */
export const silentLogger = async (): Promise<Logger> =>
  new (await import('graphile-worker')).Logger(() => () => {});
