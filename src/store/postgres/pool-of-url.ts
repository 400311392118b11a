import type { Pool } from 'pg';
import { openPool, type PoolLimits } from './open-pool.ts';
import { ReferenceCounted } from './reference-counted.ts';

const shared = new ReferenceCounted<Pool>();

/**
 * As `openPool`, but equal pools of one thread are one: the timelines of a database share connections. Each user
 * ends the pool once, and the last of them really ends it.
 */
export function poolOfUrl(url: string, statementTimeoutMs: number, limits: PoolLimits = {}): Pool {
  const key = JSON.stringify([url, statementTimeoutMs, limits]);
  return shared.acquire(key, () => {
    const pool = openPool(url, statementTimeoutMs, limits);
    const end = pool.end.bind(pool);
    pool.end = async () => {
      if (shared.release(key)) await end();
    };
    return pool;
  });
}
