import { once } from 'node:events';
import { type Logger, pino } from 'pino';
import { buildApp } from './api/app.ts';
import { type AppLimits, openLimits } from './api/app-limits.ts';
import { type Config, isRunByNpm } from './config.ts';
import type { PrometheusMetrics } from './metrics/prometheus-metrics.ts';
import { VERSION } from './package-files.ts';
import { type FurtherTimelines, openFurtherTimelines } from './startup/further-timelines.ts';
import { listenOn } from './startup/listen.ts';
import { serveMetrics } from './startup/metrics-server.ts';
import { readinessOfAll } from './startup/readiness.ts';
import {
  appParts,
  databaseFile,
  openServedTimeline,
  type ServedTimeline,
} from './startup/served-timeline.ts';
import { addressLines, articleLines, seedingLines, timelineLine } from './startup/server-lines.ts';
import { stopSignal } from './startup/stop-signal.ts';
import { defaultTimelineConfig } from './startup/timeline-config.ts';
import {
  logUncaughtErrors,
  watchQueue,
  watchService,
  watchThreads,
  watchTimelines,
} from './startup/watch-service.ts';
import { openTimelineCatalog } from './store/open-timeline-catalog.ts';
import { isReadOnlyUrl } from './store/store-url.ts';
import { holdsMany } from './store/timeline-folder.ts';
import type { IngestReport } from './timeline/ingest/ingest-report.ts';

/**
 * For what is still to be done when the time of the requests has passed: a change, and closing the databases. A change that takes
 * longer ends with the process: it is made whole or not at all.
 */
const CLOSE_TIMEOUT_MS = 750;

interface Service {
  readonly config: Config;
  readonly log: Logger;
  readonly stopping: AbortSignal;
  /** The default timeline. */
  readonly served: ServedTimeline;
}

/**
 * Runs the service until a signal stops it: opens the database, seeds a new database, and only then listens. Lines for
 * people go to standard output, structured logs to standard error. Modules that few requests need are loaded at the first
 * such request, so that the server starts fast.
 */
export async function runServer(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(process.stderr.fd));
  logUncaughtErrors(log);
  const timeLimitMs = config.shutdownTimeoutMs + CLOSE_TIMEOUT_MS;
  const stopping = stopSignal(log, isRunByNpm() ? 'npm' : 'other', timeLimitMs);
  const served = await openServedTimeline(defaultTimelineConfig(config), log);
  let further: FurtherTimelines | null = null;
  try {
    const service = { config, log, stopping, served };
    await seed(service);
    if (!stopping.aborted) further = await listen(service);
  } finally {
    await Promise.all([served.close(), further?.close()]);
  }
  log.info('stopped');
}

async function seed({ log, stopping, served: { config, store, timeline } }: Service): Promise<void> {
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

/** Serves until the service is to stop and its open requests have ended. The further timelines are then to be closed. */
async function listen({ config, log, stopping, served }: Service): Promise<FurtherTimelines | null> {
  const { timeline, queue, pools } = served;
  const metrics = config.metrics === null ? undefined : await openMetrics();
  if (metrics !== undefined) {
    await watchService(metrics, { timeline, file: databaseFile(served.config), version: VERSION });
    watchThreads(metrics, pools);
    if (!isReadOnlyUrl(config.databaseUrl)) watchQueue(metrics, queue);
  }
  const parts = await appParts(served, { log, metrics });
  const limits = openLimits(parts);
  const further = await openFurther(config, { log, metrics, limits });
  if (metrics !== undefined && further !== null) watchTimelines(metrics, further);
  const app = await buildApp({
    ...parts,
    limits,
    readiness: further === null ? parts.readiness : readinessOfAll(parts.readiness, further),
    timelines: further?.list ?? null,
    appOf: further?.appOf ?? null,
  });
  const metricsServer = metrics && config.metrics && (await serveMetrics(config.metrics, metrics));
  const origin = await listenOn(app, config);
  say([timelineLine(await timeline.describe()), ...addressLines(origin)]);
  for (const takingUp of [queue.takeUp(parts.timeline), further?.takeUp()])
    takingUp?.catch((err: unknown) => log.error({ err }, 'the articles of a queue cannot be taken up'));
  if (!stopping.aborted) await once(stopping, 'abort');
  await Promise.all([app.close(), further?.stop()]);
  metricsServer?.close();
  metricsServer?.closeAllConnections();
  return further;
}

/** The further timelines of a database that holds several; null for a single file. */
async function openFurther(
  config: Config,
  given: {
    readonly log: Logger;
    readonly metrics: PrometheusMetrics | undefined;
    readonly limits: AppLimits;
  },
): Promise<FurtherTimelines | null> {
  if (!holdsMany(config.databaseUrl)) return null;
  return openFurtherTimelines(config, await openTimelineCatalog(config.databaseUrl), given);
}

/** Few servers are asked for metrics, so the library is loaded for these alone. */
const openMetrics = async (): Promise<PrometheusMetrics> =>
  (await import('./metrics/prometheus-metrics.ts')).openPrometheusMetrics();

const say = (lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};
