import { once } from 'node:events';
import { type Logger, pino } from 'pino';
import { buildApp } from './api/app.ts';
import { type Config, isRunByNpm } from './config.ts';
import type { NamesFile } from './ingestion/lexicon/extend-names.ts';
import { VERSION } from './package-files.ts';
import { listenOn } from './startup/listen.ts';
import { loadTools } from './startup/load-tools.ts';
import { readNames, readQueryList } from './startup/read-user-files.ts';
import { addressLines, articleLines, seedingLines, timelineLine } from './startup/server-lines.ts';
import { stopSignal } from './startup/stop-signal.ts';
import { openStore } from './store/open-store.ts';
import type { EventStore } from './store/port/event-store.ts';
import { createTimeline } from './timeline/create-timeline.ts';
import type { IngestReport } from './timeline/ingest/ingest-report.ts';
import type { Timeline } from './timeline/timeline.ts';

interface Service {
  readonly config: Config;
  readonly log: Logger;
  readonly stopping: AbortSignal;
  readonly store: EventStore;
  readonly timeline: Timeline;
  readonly names: NamesFile;
}

/**
 * Runs the service until a signal stops it: opens the database, seeds a new database, and only then listens. Lines for
 * people go to standard output, structured logs to standard error. Modules that few requests need are loaded at the first
 * such request, so that the server starts fast.
 */
export async function runServer(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(process.stderr.fd));
  const stopping = stopSignal(log, isRunByNpm() ? 'npm' : 'other');
  const names = await readNames(config.namesFile);
  const store = await openStore(config.databaseUrl, { shared: true });
  try {
    const timeline = createTimeline({
      store,
      loadTools: () => loadTools(names),
      defaultAnchor: config.timelineAnchor,
    });
    const service = { config, log, stopping, store, timeline, names };
    await seed(service);
    if (!stopping.aborted) await listen(service);
  } finally {
    await store.close();
  }
  log.info('stopped');
}

async function seed({ config, log, stopping, store, timeline }: Service): Promise<void> {
  if (config.seedsFolder === null) return;
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

async function listen({ config, log, stopping, timeline, names }: Service): Promise<void> {
  const app = await buildApp({
    timeline,
    log,
    version: VERSION,
    readiness: () => readiness(timeline),
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
  const origin = await listenOn(app, config);
  say([timelineLine(await timeline.describe()), ...addressLines(origin)]);
  if (!stopping.aborted) await once(stopping, 'abort');
  await app.close();
}

/** The service is seeded before it listens, so it is ready whenever the database answers. */
async function readiness(timeline: Timeline): Promise<{ ready: true } | { ready: false; reason: string }> {
  try {
    await timeline.readRevision();
    return { ready: true };
  } catch {
    return { ready: false, reason: 'the database does not answer' };
  }
}

const say = (lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};
