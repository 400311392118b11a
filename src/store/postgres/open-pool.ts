import { Client, type ClientConfig, Pool } from 'pg';
import { isBehindPooler, serverUrls } from '../store-url.ts';
import { primaryClient } from './servers/primary-client.ts';
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

/** Connections to the server of a URL, or to the primary of several. */
export function openPool(
  url: string,
  statementTimeoutMs: number,
  { connections = CONNECTIONS, connectTimeoutMs = CONNECT_TIMEOUT_MS }: PoolLimits = {},
): Pool {
  // A pooler refuses a connection that sets limits at its start. This program's own limits hold there.
  const serverLimits = {
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
  const pool = new Pool({
    ...connectionTo(url, connectTimeoutMs),
    Client: clientFor(url, connectTimeoutMs),
    max: connections,
    ...(!isBehindPooler(url) && serverLimits),
    pipeline: true,
    types: VALUE_TYPES,
  });
  // A connection may break while no statement waits for its answer: the next statement meets that. Without a listener, the
  // error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The settings of every connection to the server of a URL. */
export const connectionTo = (url: string, connectTimeoutMs: number = CONNECT_TIMEOUT_MS): ClientConfig => ({
  connectionString: serverUrls(url)[0] ?? url,
  application_name: 'dateline',
  connectionTimeoutMillis: connectTimeoutMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});

/** The class of connections to a URL. Half of the time to connect is for the search for the primary. */
export function clientFor(url: string, connectTimeoutMs: number = CONNECT_TIMEOUT_MS): typeof Client {
  const servers = serverUrls(url);
  return servers.length === 1 ? Client : primaryClient(servers, connectTimeoutMs / 2);
}
