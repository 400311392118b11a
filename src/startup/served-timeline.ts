import type { Logger } from 'pino';
import type { AppParts } from '../api/app.ts';
import { type Config, recordOf } from '../config.ts';
import type { NamesFile } from '../ingestion/lexicon/extend-names.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { VERSION } from '../package-files.ts';
import { openStore } from '../store/open-store.ts';
import type { EventStore } from '../store/port/event-store.ts';
import { isReadOnlyUrl, storeFile } from '../store/store-url.ts';
import type { PoolState } from '../threads/thread-pool.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { readNames, readQueryList } from './read-user-files.ts';
import { hasRoom, isSound, readinessBy, storeAnswers, threadsAnswer } from './readiness.ts';
import { openServedQueue, type ServedQueue } from './served-queue.ts';
import { openServerTimeline } from './server-timeline.ts';
import { countArticles, type Pools } from './watch-service.ts';

/** An open timeline of a server, with its threads. */
export interface ServedTimeline {
  readonly config: Config;
  readonly store: EventStore;
  readonly timeline: Timeline;
  readonly queue: ServedQueue;
  readonly names: NamesFile;
  readonly pools: Pools;
  /** The damage of the database that was found after the start. */
  readonly damage: readonly string[];
  /** Lets the present change end, however long it takes. */
  close(): Promise<void>;
}

/** Opens the store and the threads of a timeline. `config` is that of this timeline. */
export async function openServedTimeline(config: Config, log: Logger): Promise<ServedTimeline> {
  const names = await readNames(config.namesFile);
  const pools = new Map<string, () => PoolState>();
  const watchPool = (name: string, state: () => PoolState): void => void pools.set(name, state);
  const damage: string[] = [];
  const { databaseUrl, replicaUrls, directUrl, readTimeoutMs, timelineAnchor: defaultAnchor } = config;
  const store = await openStore(databaseUrl, {
    shared: true,
    replicaUrls,
    directUrl,
    readTimeoutMs,
    watchPool,
    onDamage: (found) => {
      damage.push(found);
      log.error({ found }, 'the database is damaged: restore it from a backup');
    },
  });
  try {
    const { timeline, close } = openServerTimeline(store, { databaseUrl, names, defaultAnchor }, watchPool);
    const queue = openServedQueue(config, log, store.servers);
    const closeAll = async (): Promise<void> => {
      try {
        queue.stop();
        await close();
        await queue.close();
      } finally {
        await store.close();
      }
    };
    return { config, store, timeline, queue, names, pools, damage, close: closeAll };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The database file of a timeline; null for a store in memory or on a server. */
export const databaseFile = ({ databaseUrl }: Config): string | null => storeFile(databaseUrl);

/** The parts of the app of a timeline. */
export async function appParts(
  { config, timeline, queue, names, pools, damage }: ServedTimeline,
  { log, metrics }: { readonly log: Logger; readonly metrics: Metrics | undefined },
): Promise<AppParts> {
  return {
    timeline: metrics === undefined ? timeline : countArticles(timeline, metrics),
    queue,
    log,
    version: VERSION,
    metrics,
    readiness: readinessBy(
      [
        isSound(damage),
        storeAnswers(timeline),
        hasRoom(isReadOnlyUrl(config.databaseUrl) ? null : databaseFile(config)),
        threadsAnswer(pools),
      ],
      timeline.servers,
    ),
    record: recordOf(config),
    articleText: config.articleText,
    publicOrigin: config.publicOrigin,
    gazetteer: async () => (await import('./read-gazetteer.ts')).readGazetteer(names),
    writeTokens: config.writeTokens,
    maxArticleBytes: config.maxArticleBytes,
    corsOrigins: config.corsOrigins,
    embedOrigins: config.embedOrigins,
    trustProxy: config.trustProxy,
    queryList: await readQueryList(config.queryListFile),
    rateLimit: config.rateLimit,
    responseCacheBytes: config.responseCacheBytes,
    requestTimeoutMs: config.requestTimeoutMs,
    maxConnections: config.maxConnections,
    shutdownTimeoutMs: config.shutdownTimeoutMs,
  };
}
