import type { Pool } from 'pg';

/** A pool of connections together with others of this thread. */
export interface PoolShare {
  readonly pool: Pool;
  /** The last user's release ends the pool. */
  release(): Promise<void>;
}

const shared = new Map<string, { readonly pool: Pool; users: number }>();

/** The timelines of a database share connections. `key` says of which database, and how its pool was opened. */
export function sharePool(key: string, open: () => Pool): PoolShare {
  const entry = shared.get(key) ?? { pool: open(), users: 0 };
  shared.set(key, entry);
  entry.users += 1;
  let isReleased = false;
  return {
    pool: entry.pool,
    release: async () => {
      if (isReleased) return;
      isReleased = true;
      entry.users -= 1;
      if (entry.users > 0) return;
      shared.delete(key);
      await entry.pool.end();
    },
  };
}
