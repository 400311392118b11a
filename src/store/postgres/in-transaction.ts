import type { Pool, PoolClient } from 'pg';

const LOCK_WAIT_MS = 30_000;

/** Does the work in a transaction of its own, whose statements may take long. A failure undoes it. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
    const value = await work(client);
    await client.query('COMMIT');
    client.release();
    return value;
  } catch (error) {
    // The server undoes the transaction of a connection that ends.
    client.release(true);
    throw error;
  }
}
