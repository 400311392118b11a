import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';
import { isBusy } from './connection.ts';
import { answer, answerAtOnce } from './sqlite-errors.ts';

/** How the reads and the units of work of a store use its connection. */
export interface StoreAccess {
  read<T>(work: () => T): Promise<T>;
  /** Does the work in a transaction of its own, after the units asked for before. */
  unit<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Does the work outside transactions, after the units asked for before. Work that returns false, or meets a lock, is tried again;
   * other units go on between the tries.
   */
  alone(work: () => boolean): Promise<void>;
  /** Disconnects after the units asked for before. A unit that waits for another writer is refused instead. */
  close(disconnect: () => void): Promise<void>;
}

export interface AccessOptions {
  /**
   * Whether reads made in one event-loop turn share a transaction, because SQLite's lock costs twice as much as a small read. No
   * read misses a change: every such request arrived before the transaction began. A unit of work ends it.
   */
  readonly sharesReads?: boolean;
  /** How long a unit waits for writers of other connections. */
  readonly lockWaitMs?: number;
  /** Whether a unit that waits for them is to be refused. */
  readonly isStopped?: () => boolean;
}

/** Long enough for a writer that competes with several bulk ingests. */
const LOCK_WAIT_MS = 30_000;

/** Two waiting writers must not ask in step, so that each pause is a random part of this. */
const LONGEST_PAUSE_MS = 20;

/** Access to one connection. A read does not see a half-done unit: it waits for its end. */
export function accessTo(
  database: Database.Database,
  { sharesReads = false, lockWaitMs = LOCK_WAIT_MS, isStopped = () => false }: AccessOptions = {},
): StoreAccess {
  const begin = database.prepare('BEGIN');
  const beginImmediate = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  let areReadsShared = false;
  let unitAtWork: Promise<unknown> | undefined;
  let lastUnit: Promise<unknown> = Promise.resolve();
  let isClosing = false;

  /** ROLLBACK also ends a transaction in which a statement has failed. Its own failure is left to the next statement. */
  const rollBack = (): void => {
    if (!database.open || !database.inTransaction) return;
    try {
      rollback.run();
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  };
  /** Committing costs half as much as ROLLBACK. It fails after a damaged page was read, which may end the transaction. */
  const endSharedReads = (): void => {
    if (!areReadsShared) return;
    areReadsShared = false;
    try {
      commit.run();
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      rollBack();
    }
  };
  const shareReads = (): void => {
    if (areReadsShared) return;
    if (!database.inTransaction) begin.run();
    areReadsShared = true;
    setImmediate(endSharedReads);
  };
  const readNow = <T>(work: () => T): Promise<T> =>
    answerAtOnce(() => {
      if (sharesReads) shareReads();
      return work();
    });

  const readAfterUnit = async <T>(work: () => T): Promise<T> => {
    while (unitAtWork !== undefined) await unitAtWork;
    return readNow(work);
  };

  /** Returns false where a lock is held. SQLite's own waiting would block the thread, and does not pause at random. */
  const tryOnce = (work: () => boolean): boolean => {
    endSharedReads();
    const waits = database.pragma('busy_timeout', { simple: true });
    try {
      database.pragma('busy_timeout = 0');
      return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      return false;
    } finally {
      database.pragma(`busy_timeout = ${waits}`);
    }
  };

  const tryBegin = (): boolean =>
    tryOnce(() => {
      beginImmediate.run();
      return true;
    });

  const untilDone = async (attempt: () => boolean | Promise<boolean>): Promise<void> => {
    for (
      const since = performance.now();
      !(await attempt());
      await setTimeout(Math.random() * LONGEST_PAUSE_MS)
    )
      if (isClosing || isStopped() || performance.now() - since >= lockWaitMs)
        throw new TimelineError('STORE_BUSY', 'the database is busy with another change');
  };

  const runUnit = async <T>(work: () => Promise<T>): Promise<T> => {
    await untilDone(tryBegin);
    const { promise, resolve } = Promise.withResolvers<void>();
    unitAtWork = promise;
    try {
      const value = await work();
      commit.run();
      return value;
    } catch (error) {
      rollBack();
      throw error;
    } finally {
      unitAtWork = undefined;
      resolve();
    }
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = lastUnit.then(() => answer(work));
    lastUnit = done.catch(() => undefined);
    return done;
  };

  return {
    read: (work) => (unitAtWork === undefined ? readNow(work) : readAfterUnit(work)),
    unit: (work) => inTurn(() => runUnit(work)),
    alone: (work) => untilDone(() => inTurn(async () => database.open && tryOnce(work))),
    close: async (disconnect) => {
      isClosing = true;
      await lastUnit;
      endSharedReads();
      disconnect();
    },
  };
}
