import { Pool } from 'pg';
import { VALUE_TYPES } from './session.ts';

/** A process waits for one of so many connections at most. */
const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5000;
/** Work of a unit between two of its statements takes much less. */
const IDLE_IN_TRANSACTION_MS = 60_000;

export function openPool(url: string, statementTimeoutMs: number): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'dateline',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    pipeline: true,
    types: VALUE_TYPES,
  });
  // A connection that breaks while nobody uses it leaves the pool. Without a listener, its error would end the process.
  pool.on('error', () => {});
  return pool;
}
