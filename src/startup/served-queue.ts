import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { TimelineError } from '../domain/errors.ts';
import { hasWaitingJobs, openJobQueue } from '../store/open-store.ts';
import type { JobCounts, JobQueue } from '../store/port/job-queue.ts';
import type { StoreServers } from '../store/port/store-servers.ts';
import { isPostgresUrl } from '../store/store-url.ts';
import { type ArticleQueue, articleQueue, performArticle } from '../timeline/ingest/article-queue.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** The queue of articles of a timeline that a server has open. */
export interface ServedQueue extends ArticleQueue {
  /** Reads the articles that wait into the timeline. A server of PostgreSQL leaves them to the workers. */
  takeUp(timeline: Timeline): Promise<void>;
  count(): Promise<JobCounts>;
  /** Takes no more articles. */
  stop(): void;
  close(): Promise<void>;
}

/** Another process works on the database file, or the file cannot be written now. */
const RETRY_MS = 5000;

/** The queue is opened with its first article, so that a server without one does not pay for it. */
export function openServedQueue(
  { databaseUrl, queueLimit, maxArticleBytes }: Config,
  log: Logger,
  servers?: Pick<StoreServers, 'noteRevision'>,
): ServedQueue {
  const ending = new AbortController();
  const { signal } = ending;
  let opened: Promise<JobQueue> | undefined;
  let performing: Timeline | undefined;
  let working: Promise<void> | undefined;

  const open = (): Promise<JobQueue> => {
    opened ??= openJobQueue(databaseUrl, { limit: queueLimit }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const work = async (timeline: Timeline): Promise<void> => {
    const perform = performArticle(timeline, maxArticleBytes, (err, job) =>
      log.error({ err, job }, 'an article of the queue failed'),
    );
    while (!signal.aborted)
      try {
        await (await open()).work(perform, { lanes: 1, signal });
      } catch (err) {
        if (!(err instanceof TimelineError && err.code === 'STORE_BUSY'))
          log.error({ err }, 'the queue failed');
        await setTimeout(RETRY_MS, undefined, { signal }).catch(() => {});
      }
  };
  const takeJobs = (): void => {
    if (performing !== undefined && !isPostgresUrl(databaseUrl)) working ??= work(performing);
  };
  const articles = articleQueue(open);
  return {
    enqueue: async (...given) => {
      const job = await articles.enqueue(...given);
      takeJobs();
      return job;
    },
    getJob: async (id) => {
      const job = await articles.getJob(id);
      // The sender looks for the article next.
      if (job !== undefined && job.report !== null) servers?.noteRevision(job.report.revision);
      return job;
    },
    takeUp: async (timeline) => {
      performing = timeline;
      if (await hasWaitingJobs(databaseUrl)) takeJobs();
    },
    count: async () => (await open()).count(),
    stop: () => ending.abort(),
    close: async () => {
      ending.abort();
      await working;
      await (await opened)?.close();
    },
  };
}
