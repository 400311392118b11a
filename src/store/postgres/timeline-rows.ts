import type { Pool, PoolClient } from 'pg';
import { TimelineError } from '../../domain/errors.ts';
import { TIMELINE_TABLES } from './timeline-tables.ts';

/**
 * Removes all rows of a timeline but its entry in the list, within a transaction that has locked the entry. Waits for the change that
 * is being made. Without its row in `store_state` a timeline takes no changes and is not opened.
 */
export async function removeRows(client: PoolClient, timeline: number): Promise<void> {
  await client.query('SELECT s.revision FROM store_state s WHERE s.timeline_id = $1 FOR UPDATE', [timeline]);
  for (const table of TIMELINE_TABLES.toReversed())
    await client.query(`DELETE FROM ${table} WHERE timeline_id = $1`, [timeline]);
}

const STATE = `
  SELECT (SELECT count(*) FROM store_state s WHERE s.timeline_id = t.timeline_id) AS states
  FROM timelines t WHERE t.timeline_id = $1`;

/** Throws `NOT_FOUND` for a number without a timeline, and `STORE_BUSY` for a timeline that a copy goes into. */
export async function requireTimeline(pool: Pool, timeline: number): Promise<void> {
  const { rows } = await pool.query<{ states: number }>(STATE, [timeline]);
  const [row] = rows;
  if (row === undefined)
    throw new TimelineError('NOT_FOUND', `there is no timeline of the number ${timeline} in the database`);
  if (row.states === 0)
    throw new TimelineError(
      'STORE_BUSY',
      'a copy into the timeline has not come to its end: give the same "dateline copy" again',
    );
}
