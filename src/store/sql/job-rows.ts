import { randomBytes } from 'node:crypto';
import type { JobState } from '../../domain/job-state.ts';
import type { Job, JobCounts, JobOutcome, NewJob } from '../port/job-queue.ts';

export interface JobRow {
  readonly id: string;
  readonly state: JobState;
  readonly task: string;
  readonly tries: number;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  readonly report: string | null;
  readonly code: string | null;
  readonly reason: string | null;
}

export const JOB_COLUMNS =
  'j.id, j.state, j.task, j.tries, j.created_at, j.started_at, j.finished_at, j.report, j.code, j.reason';

export const toJob = (row: JobRow): Job => ({
  id: row.id,
  state: row.state,
  task: row.task,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  tries: row.tries,
  report: row.report,
  refusal: row.code === null ? null : { code: row.code, reason: row.reason ?? '' },
});

/**
 * The condition for a state. It names the states of the index too: SQLite uses a partial index only for a statement that repeats
 * its condition.
 */
export const inState = (state: JobState): string =>
  `j.state IN (${state === 'QUEUED' || state === 'RUNNING' ? `'QUEUED', 'RUNNING'` : `'DONE', 'FAILED'`}) AND j.state = '${state}'`;

/** Counts the jobs of each state. `scope` narrows them to a timeline. */
export const countJobs = (scope = 'TRUE'): string =>
  (['QUEUED', 'RUNNING', 'FAILED'] as const)
    .map(
      (state) =>
        `SELECT '${state}' AS state, count(*) AS count FROM jobs j WHERE ${scope} AND ${inState(state)}`,
    )
    .join(' UNION ALL ');

/** The counts that such a statement has given. */
export const toJobCounts = (
  rows: readonly { readonly state: keyof JobCounts; readonly count: number }[],
): JobCounts => ({
  QUEUED: 0,
  RUNNING: 0,
  FAILED: 0,
  ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
});

/** Jobs that wait, in the order in which they were given. The ids of later jobs are greater. */
export function waitingJobs(jobs: readonly NewJob[], now: Date): readonly Job[] {
  const createdAt = now.toISOString();
  const untried = { startedAt: null, finishedAt: null, tries: 0, report: null, refusal: null };
  return jobs.map(({ task }) => ({
    id: nextId(now.getTime()),
    state: 'QUEUED',
    task,
    createdAt,
    ...untried,
  }));
}

/** The last instant that an id was made of, and how many were made of it. */
let last = { ms: 0, count: 0 };

function nextId(ms: number): string {
  last = { ms, count: ms === last.ms ? last.count + 1 : 0 };
  return `job_${hex(ms, 12)}${hex(last.count, 6)}${randomBytes(7).toString('hex')}`;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

export const MOST_TRIES = 5;

/** The pause after a try that failed: 3 s, 7 s, 20 s, 55 s. */
export const pauseMs = (tries: number): number => Math.round(1000 * Math.exp(tries));

/** The columns of a job after a try. */
export interface Settlement {
  readonly state: Exclude<JobState, 'RUNNING'>;
  readonly report: string | null;
  readonly code: string | null;
  readonly reason: string | null;
  /** Whether the job may be tried again. The text of a purged article must not stay. */
  readonly keepsBody: boolean;
}

export function settlementOf(outcome: JobOutcome, tries: number): Settlement {
  if (outcome.kind === 'done')
    return { state: 'DONE', report: outcome.report, code: null, reason: null, keepsBody: false };
  const { code, isFinal, reason } = outcome;
  const state = isFinal || tries >= MOST_TRIES ? 'FAILED' : 'QUEUED';
  return {
    state,
    report: null,
    code,
    reason: reason.replaceAll('\0', '\ufffd'),
    keepsBody: code !== 'PURGED',
  };
}

/** A job that was taken too often without an end: each of its workers has died. */
export const WORKERS_DIED: JobOutcome = {
  kind: 'refused',
  code: 'INTERNAL',
  reason: `${MOST_TRIES} workers ended while they had the job`,
  isFinal: true,
};

const DAY_MS = 86_400_000;
const KEPT_DAYS = { DONE: 7, FAILED: 90 } as const;

/** The instants before which finished jobs are forgotten. */
export const forgottenBefore = (now: Date): { readonly done: string; readonly failed: string } => ({
  done: new Date(now.getTime() - KEPT_DAYS.DONE * DAY_MS).toISOString(),
  failed: new Date(now.getTime() - KEPT_DAYS.FAILED * DAY_MS).toISOString(),
});

/** Finished jobs are forgotten so many at a time, when the work begins and again after so many jobs. */
export const FORGOTTEN_AT_ONCE = 1000;
export const JOBS_BETWEEN = 100;
