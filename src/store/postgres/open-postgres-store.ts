import type { EventStore } from '../port/event-store.ts';
import type { Migration } from '../sql/migrations.ts';
import { isBehindPooler } from '../store-url.ts';
import { applyMigrations } from './apply-migrations.ts';
import { createPostgresStore } from './create-postgres-store.ts';
import type { PoolLimits } from './open-pool.ts';
import { poolOfUrl } from './pool-of-url.ts';
import { answer } from './postgres-errors.ts';
import { changeNewsOf } from './servers/change-news.ts';
import { openReplicas } from './servers/replicas.ts';
import { requireTimeline } from './timeline-rows.ts';

/** How a store is used. */
export interface PostgresUse extends PoolLimits {
  /** Whether many requests arrive at once: then reads have a time limit. */
  readonly shared?: boolean;
  readonly readTimeoutMs?: number;
  /** Servers that reads may go to. */
  readonly replicaUrls?: readonly string[];
  /** The address of the primary past a pooler, to listen for changes. */
  readonly directUrl?: string | null;
  /** The number of the timeline; the default one where it is left out. */
  readonly timeline?: number;
}

/** A server that hangs has not answered by then. Its own limit comes first, with an error that says why. */
const GRACE_MS = 1000;
/** The limit of reads of one program alone, such as an export. */
const LONGEST_READ_MS = 3_600_000;

/** Opens the database of a URL with its schema up to date. */
export function openPostgresStore(
  url: string,
  migrations: readonly Migration[],
  {
    shared = false,
    readTimeoutMs = 5000,
    timeline = 1,
    replicaUrls = [],
    directUrl = null,
    ...limits
  }: PostgresUse = {},
): Promise<EventStore> {
  return answer(async () => {
    const limitMs = shared ? readTimeoutMs : LONGEST_READ_MS;
    const options = {
      timeline,
      isPrepared: ![url, ...replicaUrls].some(isBehindPooler),
      timeoutMs: limitMs + GRACE_MS,
    };
    const pool = poolOfUrl(url, limitMs, limits);
    try {
      await applyMigrations(pool, migrations);
      await requireTimeline(pool, timeline);
    } catch (error) {
      await pool.end();
      throw error;
    }
    const pools = replicaUrls.map((replica) => poolOfUrl(replica, limitMs, limits));
    const replicas = pools.length === 0 ? null : openReplicas(pool, pools, options);
    const listened = directUrl ?? (isBehindPooler(url) ? null : url);
    const news = shared && listened !== null ? changeNewsOf(listened) : null;
    return createPostgresStore(pool, options, { replicas, news });
  });
}
