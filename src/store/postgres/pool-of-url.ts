import type { Pool } from 'pg';
import { openPool, type PoolLimits } from './open-pool.ts';

const shared = new Map<string, { readonly pool: Pool; users: number }>();

/**
 * As `openPool`, but equal pools of one thread are one: the timelines of a database share connections. Each user
 * ends the pool once, and the last of them really ends it.
 */
export function poolOfUrl(url: string, statementTimeoutMs: number, limits: PoolLimits = {}): Pool {
  const key = JSON.stringify([url, statementTimeoutMs, limits]);
  const known = shared.get(key);
  if (known !== undefined) {
    known.users += 1;
    return known.pool;
  }
  const pool = openPool(url, statementTimeoutMs, limits);
  const entry = { pool, users: 1 };
  const end = pool.end.bind(pool);
  pool.end = async () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    shared.delete(key);
    await end();
  };
  shared.set(key, entry);
  return pool;
}
