import { once } from 'node:events';
import { type Logger, pino } from 'pino';
import { buildApp } from './api/app.ts';
import { type Config, isRunByNpm } from './config.ts';
import type { NamesFile } from './ingestion/lexicon/extend-names.ts';
import type { PrometheusMetrics } from './metrics/prometheus-metrics.ts';
import { VERSION } from './package-files.ts';
import { listenOn } from './startup/listen.ts';
import { serveMetrics } from './startup/metrics-server.ts';
import { readNames, readQueryList } from './startup/read-user-files.ts';
import { hasRoom, isSound, readinessBy, storeAnswers, threadsAnswer } from './startup/readiness.ts';
import { addressLines, articleLines, seedingLines, timelineLine } from './startup/server-lines.ts';
import { openServerTimeline } from './startup/server-timeline.ts';
import { stopSignal } from './startup/stop-signal.ts';
import {
  countArticles,
  logUncaughtErrors,
  type Pools,
  watchService,
  watchThreads,
} from './startup/watch-service.ts';
import { openStore } from './store/open-store.ts';
import type { EventStore } from './store/port/event-store.ts';
import { isReadOnlyUrl, storeFile } from './store/store-url.ts';
import type { PoolState } from './threads/thread-pool.ts';
import type { IngestReport } from './timeline/ingest/ingest-report.ts';
import type { Timeline } from './timeline/timeline.ts';

interface Service {
  readonly config: Config;
  readonly log: Logger;
  readonly stopping: AbortSignal;
  readonly store: EventStore;
  readonly timeline: Timeline;
  readonly names: NamesFile;
  readonly pools: Pools;
  /** The damage of the database that was found after the start. */
  readonly damage: readonly string[];
}

/** For the change that is being made when all requests have ended. */
const CHANGE_TIMEOUT_MS = 500;

/**
 * Runs the service until a signal stops it: opens the database, seeds a new database, and only then listens. Lines for
 * people go to standard output, structured logs to standard error. Modules that few requests need are loaded at the first
 * such request, so that the server starts fast.
 */
export async function runServer(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(process.stderr.fd));
  logUncaughtErrors(log);
  const stopping = stopSignal(log, isRunByNpm() ? 'npm' : 'other');
  const names = await readNames(config.namesFile);
  const pools = new Map<string, () => PoolState>();
  const watchPool = (name: string, state: () => PoolState): void => void pools.set(name, state);
  const damage: string[] = [];
  const store = await openStore(config.databaseUrl, {
    shared: true,
    readTimeoutMs: config.readTimeoutMs,
    watchPool,
    onDamage: (found) => {
      damage.push(found);
      log.error({ found }, 'the database is damaged: restore it from a backup');
    },
  });
  try {
    const { databaseUrl, timelineAnchor: defaultAnchor } = config;
    const { timeline, close } = openServerTimeline(store, { databaseUrl, names, defaultAnchor }, watchPool);
    const service = { config, log, stopping, store, timeline, names, pools, damage };
    try {
      await seed(service);
      if (!stopping.aborted) await listen(service);
    } finally {
      await close(CHANGE_TIMEOUT_MS, log);
    }
  } finally {
    await store.close();
  }
  log.info('stopped');
}

async function seed({ config, log, stopping, store, timeline }: Service): Promise<void> {
  if (config.seedsFolder === null || isReadOnlyUrl(config.databaseUrl)) return;
  const reports: IngestReport[] = [];
  const { seedTimeline } = await import('./startup/seed-timeline.ts');
  const outcome = await seedTimeline({
    store,
    timeline,
    folder: config.seedsFolder,
    maxArticleBytes: config.maxArticleBytes,
    signal: stopping,
    onArticle: (report) => {
      reports.push(report);
      say(articleLines(report));
    },
    onRefused: (file, reason) => log.warn({ file, reason }, 'a seed was refused'),
  });
  say(seedingLines(outcome, reports));
}

async function listen(service: Service): Promise<void> {
  const { config, log, stopping, timeline, names, pools, damage } = service;
  const file = storeFile(config.databaseUrl);
  const metrics = config.metrics === null ? undefined : await openMetrics();
  if (metrics !== undefined) {
    await watchService(metrics, { timeline, file, version: VERSION });
    watchThreads(metrics, pools);
  }
  const app = await buildApp({
    timeline: metrics === undefined ? timeline : countArticles(timeline, metrics),
    log,
    version: VERSION,
    metrics,
    readiness: readinessBy([
      isSound(damage),
      storeAnswers(timeline),
      hasRoom(isReadOnlyUrl(config.databaseUrl) ? null : file),
      threadsAnswer(pools),
    ]),
    articleText: config.articleText,
    publicOrigin: config.publicOrigin,
    gazetteer: async () => (await import('./startup/read-gazetteer.ts')).readGazetteer(names),
    writeTokens: config.writeTokens,
    maxArticleBytes: config.maxArticleBytes,
    corsOrigins: config.corsOrigins,
    trustProxy: config.trustProxy,
    queryList: await readQueryList(config.queryListFile),
    rateLimit: config.rateLimit,
    responseCacheBytes: config.responseCacheBytes,
    requestTimeoutMs: config.requestTimeoutMs,
    maxConnections: config.maxConnections,
    shutdownTimeoutMs: config.shutdownTimeoutMs,
  });
  const metricsServer = metrics && config.metrics && (await serveMetrics(config.metrics, metrics));
  const origin = await listenOn(app, config);
  say([timelineLine(await timeline.describe()), ...addressLines(origin)]);
  if (!stopping.aborted) await once(stopping, 'abort');
  await app.close();
  metricsServer?.close();
  metricsServer?.closeAllConnections();
}

/** Few servers are asked for metrics, so the library is loaded for these alone. */
const openMetrics = async (): Promise<PrometheusMetrics> =>
  (await import('./metrics/prometheus-metrics.ts')).openPrometheusMetrics();

const say = (lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};
