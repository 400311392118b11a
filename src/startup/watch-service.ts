import { stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics/metrics.ts';
import type { StoreServers } from '../store/port/store-servers.ts';
import type { PoolState } from '../threads/thread-pool.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { ServedQueue } from './served-queue.ts';
import type { TimelineProblems } from './timeline-problems.ts';

/** Watches the data: its revision, the size of its files, and the build that serves it. */
export async function watchService(
  metrics: Metrics,
  given: { readonly timeline: Timeline; readonly file: string | null; readonly version: string },
): Promise<void> {
  const { timeline, file, version } = given;
  const { ruleSet } = await timeline.describe();
  metrics.watch({
    name: 'dateline_build_info',
    help: 'The version of the program and its rules; always 1',
    label: 'version',
    read: () => ({ [`${version} ${ruleSet}`]: 1 }),
  });
  metrics.watch({
    name: 'dateline_revision',
    help: 'The revision of the data set',
    read: () => timeline.readRevision(),
  });
  if (timeline.servers !== undefined) watchReplicas(metrics, timeline.servers);
  if (file === null) return;
  metrics.watch({
    name: 'dateline_database_bytes',
    help: 'Size of the database file and of its write-ahead log',
    label: 'part',
    read: async () => ({ data: await sizeOf(file), log: await sizeOf(`${file}-wal`) }),
  });
}

/** Replicas are numbered in the order of REPLICA_URLS, from 1 on. */
function watchReplicas(metrics: Metrics, servers: StoreServers): void {
  metrics.watch({
    name: 'dateline_replica_lag',
    help: 'How many revisions a replica is behind; nothing where it does not answer',
    label: 'replica',
    read: async () => {
      const { replicas } = await servers.readStanding();
      return Object.fromEntries(
        replicas.flatMap(({ lag }, index) => (lag === null ? [] : [[String(index + 1), lag]])),
      );
    },
  });
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** The pools of threads of a service by their names, such as `reads`. */
export type Pools = ReadonlyMap<string, () => PoolState>;

/** Watches how much the threads have to do. */
export function watchThreads(metrics: Metrics, pools: Pools): void {
  const ofEach = (read: (state: PoolState) => number) =>
    Object.fromEntries([...pools].map(([name, state]) => [name, read(state())]));
  metrics.watch({
    name: 'dateline_thread_calls_waiting',
    help: 'Calls that wait for a thread',
    label: 'pool',
    read: () => ofEach(({ waiting }) => waiting),
  });
  metrics.watch({
    name: 'dateline_thread_oldest_call_seconds',
    help: 'How long the oldest call waits or runs',
    label: 'pool',
    read: () => ofEach(({ oldestMs }) => oldestMs / 1000),
  });
}

/** Watches the further timelines that are open, or could not be opened. They are as many as the server keeps open. */
export function watchTimelines(metrics: Metrics, { readProblems }: TimelineProblems): void {
  metrics.watch({
    name: 'dateline_timeline_ready',
    help: 'Whether a further timeline can be answered for: 1, or 0 where /readyz names it among failingTimelines',
    label: 'timeline',
    read: async () =>
      Object.fromEntries(
        [...(await readProblems())].map(([slug, problem]) => [slug, problem === null ? 1 : 0]),
      ),
  });
}

/** Watches the articles in the queue. */
export function watchQueue(metrics: Metrics, queue: Pick<ServedQueue, 'count'>): void {
  metrics.watch({
    name: 'dateline_queue_articles',
    help: 'Articles in the queue that wait, that are being read, and that failed',
    label: 'state',
    read: async () => {
      const { QUEUED, RUNNING, FAILED } = await queue.count();
      return { queued: QUEUED, running: RUNNING, failed: FAILED };
    },
  });
}

/** The timeline, with each article that is sent to it counted by its outcome. */
export function countArticles(timeline: Timeline, metrics: Metrics): Timeline {
  const counted = async <T extends { readonly outcome: string }>(report: Promise<T>): Promise<T> => {
    try {
      const { outcome } = await report;
      metrics.ingested(outcome);
    } catch {
      metrics.ingested('REFUSED');
    }
    return report;
  };
  return {
    ...timeline,
    ingestArticle: (...given) => counted(timeline.ingestArticle(...given)),
    ingestDocument: (...given) => counted(timeline.ingestDocument(...given)),
    reanchorArticle: (...given) => counted(timeline.reanchorArticle(...given)),
    retractArticle: (...given) => counted(timeline.retractArticle(...given)),
  };
}

/** An error that nothing caught ends the process. Its cause is logged before. */
export function logUncaughtErrors(log: Logger): void {
  process.on('uncaughtExceptionMonitor', (err, origin) => log.fatal({ err, origin }, 'uncaught error'));
}
