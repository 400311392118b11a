import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { JobOutcome, TakenJob, WorkOptions } from '../../port/job-queue.ts';
import {
  FORGOTTEN_AT_ONCE,
  forgottenBefore,
  inState,
  JOBS_BETWEEN,
  type JobRow,
  MOST_TRIES,
  pauseMs,
  settlementOf,
  WORKERS_DIED,
} from '../../sql/job-rows.ts';
import { isBusy } from '../connection.ts';
import { answer } from '../sqlite-errors.ts';
import type { StoreAccess } from '../store-access.ts';

const NEXT = `
  SELECT j.id FROM jobs j WHERE ${inState('QUEUED')} AND j.due_at <= ? ORDER BY j.due_at, j.id LIMIT 1`;

const TAKE = `
  UPDATE jobs SET state = 'RUNNING', tries = tries + 1, started_at = ? WHERE id = (${NEXT})
  RETURNING id, task, body, tries`;

const SETTLE = `
  UPDATE jobs SET state = ?, report = ?, code = ?, reason = ?, finished_at = ?, due_at = ?, body = iif(?, body, NULL)
  WHERE id = ?`;

/** A try that the end of the process broke off does not count. */
const PUT_BACK = "UPDATE jobs SET state = 'QUEUED', tries = tries - 1 WHERE id = ?";

const forgetIn = (state: 'DONE' | 'FAILED'): string => `
  DELETE FROM jobs WHERE id IN (
    SELECT j.id FROM jobs j WHERE ${inState(state)} AND j.finished_at < ?
    ORDER BY j.finished_at LIMIT ${FORGOTTEN_AT_ONCE})`;

const RESET = `
  UPDATE jobs SET state = 'QUEUED' WHERE id IN (SELECT j.id FROM jobs j WHERE ${inState('RUNNING')})`;

interface Work extends Pick<StoreAccess, 'read' | 'unit'> {
  readonly now: () => Date;
  readonly perform: (job: TakenJob) => Promise<JobOutcome>;
  readonly isEmpty: () => Promise<boolean>;
  /** Resolves when this process adds jobs. */
  readonly woken: () => Promise<void>;
}

type Taken = TakenJob & { readonly tries: number };

/** How often a worker without a job looks for those that other processes have added, or whose pause has ended. */
const POLL_MS = 1000;

/** Performs jobs until they are to end. Throws `STORE_BUSY` while another process works on the file. */
export async function workWith(
  database: Database.Database,
  work: Work,
  { lanes, signal, untilEmpty = false }: WorkOptions,
): Promise<void> {
  const release = await workAlone(database);
  const jobs = jobsOf(database, work);
  const perform = async ({ tries, ...job }: Taken): Promise<void> => {
    const outcome = tries > MOST_TRIES ? WORKERS_DIED : await work.perform(job);
    const isBrokenOff = signal.aborted && outcome.kind === 'refused' && !outcome.isFinal;
    await (isBrokenOff ? jobs.putBack(job.id) : jobs.settle(job.id, outcome, tries));
  };
  let taken = 0;
  let failure: unknown;
  const lane = async (): Promise<void> => {
    while (!signal.aborted && failure === undefined) {
      const woken = work.woken();
      if (taken % JOBS_BETWEEN === 0) await jobs.forget();
      const job = await jobs.takeNext();
      taken += 1;
      if (job !== undefined) await perform(job);
      else if (untilEmpty && (await work.isEmpty())) return;
      else await Promise.race([woken, setTimeout(POLL_MS, undefined, { signal }).catch(() => {})]);
    }
  };
  const fail = (error: unknown): void => {
    failure ??= error;
  };
  try {
    await jobs.reset();
    await Promise.all(Array.from({ length: lanes }, () => lane().catch(fail)));
  } finally {
    release();
  }
  if (failure !== undefined) throw failure;
}

/** The steps of a job in the table. */
function jobsOf(database: Database.Database, { read, unit, now }: Work) {
  const next = database.prepare<[string], Pick<JobRow, 'id'>>(NEXT);
  const take = database.prepare<[string, string], Taken>(TAKE);
  const settle = database.prepare(SETTLE);
  const putBack = database.prepare<[string]>(PUT_BACK);
  const forgetDone = database.prepare<[string]>(forgetIn('DONE'));
  const forgetFailed = database.prepare<[string]>(forgetIn('FAILED'));
  const reset = database.prepare(RESET);
  const instant = (afterMs = 0): string => new Date(now().getTime() + afterMs).toISOString();
  return {
    takeNext: async (): Promise<Taken | undefined> => {
      if ((await read(() => next.get(instant()))) === undefined) return undefined;
      return unit(async () => take.get(instant(), instant()));
    },
    settle: async (id: string, outcome: JobOutcome, tries: number) => {
      const { state, report, code, reason, keepsBody } = settlementOf(outcome, tries);
      const finishedAt = state === 'QUEUED' ? null : instant();
      const dueAt = instant(pauseMs(tries));
      await unit(async () =>
        settle.run(state, report, code, reason, finishedAt, dueAt, Number(keepsBody), id),
      );
    },
    putBack: (id: string) => unit(async () => void putBack.run(id)),
    forget: () =>
      unit(async () => {
        const { done, failed } = forgottenBefore(now());
        forgetDone.run(done);
        forgetFailed.run(failed);
      }),
    reset: () => unit(async () => void reset.run()),
  };
}

/**
 * Only one process works on a file, so that a job that is RUNNING when the work begins has lost its worker. The system holds the
 * lock, and ends it with the process, even if the process is killed.
 */
function workAlone({ name, memory }: Database.Database): Promise<() => void> {
  return answer(() => {
    if (memory) return () => {};
    const lock = new Database(`${name}-queue`, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return () => lock.close();
    } catch (error) {
      lock.close();
      if (!isBusy(error)) throw error;
      throw new TimelineError(
        'STORE_BUSY',
        'another process takes the articles from the queue of this database',
      );
    }
  });
}
