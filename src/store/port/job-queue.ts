import type { JobState } from '../../domain/job-state.ts';

/** A job to be done: its task as JSON text, and the bytes that it works on. */
export interface NewJob {
  readonly task: string;
  readonly body: Uint8Array;
}

/** The reason why a try failed: an error code, and words for the sender. */
export interface JobRefusal {
  readonly code: string;
  readonly reason: string;
}

/** A job as it stands. All instants are UTC in ISO 8601. */
export interface Job {
  readonly id: string;
  readonly state: JobState;
  readonly task: string;
  readonly createdAt: string;
  /** The start of the last try; null before the first. */
  readonly startedAt: string | null;
  /** Null while the job waits or runs. */
  readonly finishedAt: string | null;
  readonly tries: number;
  /** The result as JSON text; null unless the job is DONE. */
  readonly report: string | null;
  /** Why the last try failed; null where it did not. */
  readonly refusal: JobRefusal | null;
}

/** A job that a worker has taken. */
export interface TakenJob extends NewJob {
  readonly id: string;
}

/** The end of a try. A final refusal is not tried again; another one is tried again later, a few times. */
export type JobOutcome =
  | { readonly kind: 'done'; readonly report: string }
  | ({ readonly kind: 'refused'; readonly isFinal: boolean } & JobRefusal);

/** Jobs by state. Jobs that are DONE are not counted, since they may be many. */
export type JobCounts = Readonly<Record<Exclude<JobState, 'DONE'>, number>>;

export interface WorkOptions {
  /** How many jobs are performed at a time. */
  readonly lanes: number;
  /** Ends the work after the jobs that were taken. */
  readonly signal: AbortSignal;
  /** Whether the work ends when no job waits or runs. */
  readonly untilEmpty?: boolean;
}

/**
 * Jobs that outlive the process that accepted them. A job is tried again after its worker has died: performing it twice must have the
 * effect of performing it once. `tests/store/describe-job-queue.ts` states what every implementation must do.
 */
export interface JobQueue {
  /** Adds all of the jobs, or none. They are stored when it returns. Throws `STORE_BUSY` where too many wait. */
  enqueue(jobs: readonly NewJob[]): Promise<readonly Job[]>;
  /** Undefined for an unknown id. Jobs that are DONE are forgotten after a week, jobs that FAILED after ninety days. */
  get(id: string): Promise<Job | undefined>;
  count(): Promise<JobCounts>;
  /** The jobs that FAILED, latest first, at most so many. */
  listFailed(limit: number): Promise<readonly Job[]>;
  /** Puts one job that FAILED, or all of them, back into the queue. Returns how many. */
  retry(id: string | null): Promise<number>;
  /** Performs jobs in about their order. Throws `STORE_BUSY` where only one process may work and another one does. */
  work(perform: (job: TakenJob) => Promise<JobOutcome>, options: WorkOptions): Promise<void>;
  close(): Promise<void>;
}
