import type { Pool } from 'pg';

/** The tables with words of articles, of events and of editors. */
const TABLES = [
  'articles',
  'mention_versions',
  'event_versions',
  'event_documents',
  'served_documents',
  'event_editions',
  'event_search',
  'edition_search',
  'audit_entries',
  'decisions',
  'actors',
  'actor_names',
  'places',
  'place_names',
  'jobs',
];

const LOCK_WAIT_MS = 5000;

/** Writes tables anew, because deleted rows stay in their pages until then. A table that is being read holds it up. */
export async function compactTables(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}; SET statement_timeout = 0`);
    for (const table of TABLES) await client.query(`VACUUM FULL ${table}`);
    await client.query('RESET lock_timeout; RESET statement_timeout');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
