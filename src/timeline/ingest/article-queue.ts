import { TimelineError } from '../../domain/errors.ts';
import type { ArticleSource } from '../../domain/event/article.ts';
import type { JobState } from '../../domain/job-state.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { ArticleFormat } from '../../ingestion/reading/article-format.ts';
import type { Job, JobOutcome, JobQueue, JobRefusal, NewJob, TakenJob } from '../../store/port/job-queue.ts';
import type { TimelineWriting } from '../timeline-writing.ts';
import type { IngestReport } from './ingest-report.ts';

/** An article for the queue, with the caller's choices. */
export interface ArticleTask {
  /** The name of its file; null where it has none. */
  readonly name: string | null;
  /** The place in a file of many articles, such as `:line 3`. */
  readonly place?: string;
  /** SOURCE: the body is the JSON of an article that has been read. */
  readonly format: ArticleFormat | 'SOURCE';
  /** The charset that was declared with the bytes. */
  readonly charset?: string;
  readonly anchor?: CalendarDate;
  readonly restore: boolean;
  /** The sender, for the audit trail; null for none. */
  readonly by: string | null;
}

/** An article in the queue, and the result of reading it. */
export interface ArticleJob {
  readonly id: string;
  readonly state: JobState;
  /** The name of its file, with the place in it. */
  readonly name: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly tries: number;
  readonly report: IngestReport | null;
  readonly refusal: JobRefusal | null;
}

/** The queue for those who send articles and ask for them. */
export interface ArticleQueue {
  enqueue(task: ArticleTask, body: Uint8Array): Promise<ArticleJob>;
  getJob(id: string): Promise<ArticleJob | undefined>;
}

export const articleQueue = (open: () => Promise<Pick<JobQueue, 'enqueue' | 'get'>>): ArticleQueue => ({
  enqueue: async (task, body) => {
    const [job] = await (await open()).enqueue([articleJob(task, body)]);
    if (job === undefined) throw new Error('the queue has lost a job');
    return toArticleJob(job);
  },
  getJob: async (id) => {
    const job = await (await open()).get(id);
    return job && toArticleJob(job);
  },
});

export const articleJob = (task: ArticleTask, body: Uint8Array): NewJob => ({
  task: JSON.stringify(task),
  body,
});

export function toArticleJob({ task, report, ...job }: Job): ArticleJob {
  const { name, place = '' } = readTask(task);
  return {
    ...job,
    name: name === null ? null : name + place,
    report: report === null ? null : readReport(report),
  };
}

/** The queue holds the texts of `articleJob` and of `performArticle` alone. */
const readTask = (text: string): ArticleTask => JSON.parse(text);
export const readReport = (text: string): IngestReport => JSON.parse(text);
const readSource = (body: Uint8Array): ArticleSource => JSON.parse(Buffer.from(body).toString());

/** Failures that have nothing to do with the article. */
const PASSING: readonly string[] = ['STORE_BUSY', 'STORE_FULL', 'STORE_FAILED'];

/** Reads the article of a job into the timeline. Performing a job again changes nothing, because the article is then known. */
export const performArticle =
  (
    timeline: Pick<TimelineWriting, 'ingestArticle' | 'ingestDocument'>,
    maxBytes: number,
    onFault: (error: unknown, job: string) => void,
  ) =>
  async (job: TakenJob): Promise<JobOutcome> => {
    try {
      const { by, anchor, restore, format, name, charset } = readTask(job.task);
      const options = {
        restore,
        ...(anchor !== undefined && { anchor }),
        ...(by !== null && { editor: { by, why: null } }),
      };
      const document = { bytes: job.body, name, maxBytes, ...(charset !== undefined && { charset }) };
      const report =
        format === 'SOURCE'
          ? await timeline.ingestArticle(readSource(job.body), options)
          : await timeline.ingestDocument({ ...document, format }, options);
      return { kind: 'done', report: JSON.stringify(report) };
    } catch (error) {
      if (error instanceof TimelineError)
        return {
          kind: 'refused',
          code: error.code,
          reason: error.message,
          isFinal: !PASSING.includes(error.code),
        };
      onFault(error, job.id);
      return {
        kind: 'refused',
        code: 'INTERNAL',
        reason: 'internal error: the log has its cause',
        isFinal: false,
      };
    }
  };
