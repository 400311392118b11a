import type { Pool } from 'pg';
import { TIMELINE_TABLES } from '../timeline-tables.ts';

/** A check comes after so many units of work of this program, and then after four times as many. */
const FIRST_CHECK = 8;
const BETWEEN_CHECKS = 4;

/**
 * Tables that have twice as many pages as their statistics know of. Larger tables are left to autovacuum: their plans no longer
 * change.
 */
const GROWN = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.oid = ANY($1::regclass[]) AND c.relpages < 1000
    AND pg_relation_size(c.oid) > 2 * (c.relpages + 4) * current_setting('block_size')::integer`;

/**
 * Returns a function to be called after each unit of work. Plans that were made for empty tables read all rows of a timeline for
 * each check of a foreign key, because every index seems as good. Autovacuum sees to it within a minute, in which a bulk ingest
 * has saved thousands of events.
 */
export function watchGrowingTables(pool: Pool): () => void {
  let units = 0;
  let next = FIRST_CHECK;
  return () => {
    units += 1;
    if (units < next) return;
    next *= BETWEEN_CHECKS;
    analyseGrown(pool).catch(() => {});
  };
}

async function analyseGrown(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(GROWN, [TIMELINE_TABLES]);
  if (rows.length > 0) await pool.query(`ANALYZE ${rows.map(({ name }) => name).join(', ')}`);
}
