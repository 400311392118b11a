import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readiness } from '../api/rest/health/health.ts';
import type { StoreServers } from '../store/port/store-servers.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { TimelineProblems } from './timeline-problems.ts';
import type { Pools } from './watch-service.ts';

/** The reason for which the service cannot answer for its data; null where there is none. */
export type ReadinessCheck = () => Promise<string | null>;

/** A write-ahead log grows to some megabytes before SQLite moves it into the database. */
const LEAST_FREE_BYTES = 16 * 1024 * 1024;

/** The first reason of several checks, or the state of the database's servers. */
export function readinessBy(
  checks: readonly ReadinessCheck[],
  servers?: Pick<StoreServers, 'readStanding'>,
): () => Promise<Readiness> {
  return async () => {
    for (const check of checks) {
      const reason = await check();
      if (reason !== null) return { ready: false, reason };
    }
    return { ready: true, ...(servers && { database: await servers.readStanding() }) };
  };
}

/** The readiness of the default timeline, with what is wrong with the others: one of them must not take all from their readers. */
export const readinessOfAll =
  (own: () => Promise<Readiness>, { readProblems }: TimelineProblems): (() => Promise<Readiness>) =>
  async () => {
    const state = await own();
    if (!state.ready) return state;
    const failingTimelines = [...(await readProblems())].flatMap(([slug, reason]) =>
      reason === null ? [] : [{ slug, reason }],
    );
    return failingTimelines.length === 0 ? state : { ...state, failingTimelines };
  };

/** A database is open in a second. An upgrade, or a lock of another program, takes longer. */
const LONGEST_OPENING_MS = 10_000;

/** The readiness of a timeline while it is being opened: it cannot be answered for when that takes long. */
export const opensInTime = (longestMs: number = LONGEST_OPENING_MS): (() => Promise<Readiness>) => {
  const begin = performance.now();
  return async () =>
    performance.now() - begin < longestMs
      ? { ready: true }
      : { ready: false, reason: 'opening it takes long, or hangs' };
};

/** The service is seeded before it listens. So it is ready whenever the database answers. */
export const storeAnswers =
  (timeline: Pick<Timeline, 'readRevision'>): ReadinessCheck =>
  () =>
    timeline.readRevision().then(
      () => null,
      () => 'the database does not answer',
    );

/** Whether nothing was found damaged after the start. */
export const isSound =
  (damage: readonly string[]): ReadinessCheck =>
  async () =>
    damage.length === 0 ? null : 'the database is damaged';

/** No call may take so long: reads have a time limit, and the longest article takes some seconds. */
const LONGEST_CALL_MS = 60_000;

/** Whether the threads of each pool end their calls. */
export const threadsAnswer =
  (pools: Pools): ReadinessCheck =>
  async () => {
    const hanging = [...pools].find(([, state]) => state().oldestMs > LONGEST_CALL_MS);
    return hanging === undefined ? null : `a call hangs in the threads for ${hanging[0]}`;
  };

/** Whether the disk of the database file has room for changes; a store in memory has no file. */
export const hasRoom =
  (file: string | null, leastFreeBytes: number = LEAST_FREE_BYTES): ReadinessCheck =>
  async () => {
    if (file === null) return null;
    const { bavail, bsize } = await statfs(dirname(file));
    return bavail * bsize < leastFreeBytes ? 'the disk of the database is full' : null;
  };
