import { Pool } from 'pg';
import { VALUE_TYPES } from './session.ts';

/** A process waits for one of so many connections at most. */
const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5000;
/** Work of a unit between two of its statements takes much less. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** How many connections a pool has, and how long a caller waits for one of them. */
export interface PoolLimits {
  readonly connections?: number;
  readonly connectTimeoutMs?: number;
}

export function openPool(
  url: string,
  statementTimeoutMs: number,
  { connections = CONNECTIONS, connectTimeoutMs = CONNECT_TIMEOUT_MS }: PoolLimits = {},
): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'dateline',
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    pipeline: true,
    types: VALUE_TYPES,
  });
  // A connection may break while no statement waits for its answer: the next statement meets that. Without a listener, the
  // error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
