import { setTimeout } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { answer, isConnectionLost, isWorthRepeating } from './postgres-errors.ts';
import { readRevision, requireState } from './read/read-state.ts';
import type { Replicas } from './servers/replicas.ts';
import { type Connection, type Session, type SessionOptions, sessionOver } from './session.ts';
import { watchGrowingTables } from './write/growing-tables.ts';

/** How the reads and the units of work of a store use its connections. */
export interface StoreAccess {
  /** Reads by one statement. */
  read<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Reads by several statements, which see one state. */
  readTogether<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /**
   * Does the work in a transaction that holds the timeline, after the units asked for before. The work is done again after a
   * failure that may pass. After a COMMIT without an answer it is too, unless it has called `once`.
   */
  unit<T>(work: (session: Session, once: () => void) => Promise<T>): Promise<T>;
}

/** Long enough for a writer that competes with several bulk ingests. */
const LOCK_WAIT_MS = 30_000;

/** A read is tried again on a new connection: a server that restarts is back, or its replica promoted, within seconds. */
const READ_TRIES = 4;
const UNIT_TRIES = 5;
const LONGEST_PAUSE_MS = 200;

/** A pause of chance, so that those who failed together do not come back together. */
const pauseAfter = (tries: number): Promise<void> => setTimeout(Math.random() * LONGEST_PAUSE_MS * tries);

/** Statements of a unit look rows up by their keys: a plan for each set of values would cost more than it saves. */
const BEGIN_UNIT = `
  BEGIN;
  SET LOCAL lock_timeout = ${LOCK_WAIT_MS};
  SET LOCAL statement_timeout = ${2 * LOCK_WAIT_MS};
  SET LOCAL plan_cache_mode = force_generic_plan`;

const ROLLBACK_MS = 1000;

const LOCK_TIMELINE = 'SELECT s.revision FROM store_state s WHERE s.timeline_id = $1 FOR UPDATE';

/** How far a transaction has come. */
interface Progress {
  isCommitting: boolean;
}

export function accessTo(pool: Pool, options: SessionOptions, replicas: Replicas | null = null): StoreAccess {
  const reading = sessionOver(pool, options);
  const noteUnit = watchGrowingTables(pool);
  let unitAtWork: Promise<unknown> | undefined;
  let lastUnit: Promise<unknown> = Promise.resolve();

  /** A caller waits for a server that is gone about as long as for an answer. */
  const withRetries = async <T>(work: () => Promise<T>): Promise<T> => {
    const deadline = performance.now() + options.timeoutMs;
    for (let tries = 1; ; tries += 1)
      try {
        return await work();
      } catch (error) {
        if (tries === READ_TRIES || !isConnectionLost(error) || performance.now() > deadline) throw error;
        await pauseAfter(tries);
      }
  };

  /** As with SQLite, a read of this store waits for the unit that the store has at work. */
  const afterUnit = async <T>(work: () => Promise<T>): Promise<T> => {
    while (unitAtWork !== undefined) await unitAtWork;
    return answer(() => withRetries(work));
  };

  const inTransaction = async <T>(
    begin: string,
    timeoutMs: number,
    work: (session: Session) => Promise<T>,
    progress: Progress = { isCommitting: false },
  ): Promise<T> => {
    const client = await pool.connect();
    // A statement that comes after a failure would be outside the transaction.
    let isOpen = true;
    const query: Connection['query'] = (config) =>
      isOpen ? client.query(config) : Promise.reject(new Error('the transaction has ended'));
    try {
      await client.query(begin);
      const value = await work(sessionOver({ query }, { ...options, timeoutMs }));
      progress.isCommitting = true;
      await client.query('COMMIT');
      client.release();
      return value;
    } catch (error) {
      isOpen = false;
      if (isConnectionLost(error)) client.release(true);
      else await rollBack(client);
      throw error;
    }
  };

  const runUnit = async <T>(work: (session: Session) => Promise<T>, progress: Progress): Promise<T> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let revision = 0;
    try {
      const locked = async (session: Session): Promise<T> => {
        const [state] = await session.write(LOCK_TIMELINE);
        requireState(state);
        unitAtWork = promise;
        const value = await work(session);
        if (replicas !== null) revision = await readRevision(session);
        return value;
      };
      const value = await inTransaction(BEGIN_UNIT, 2 * LOCK_WAIT_MS, locked, progress);
      replicas?.raise(revision);
      noteUnit();
      return value;
    } finally {
      unitAtWork = undefined;
      resolve();
    }
  };

  const repeatUnit = async <T>(work: (session: Session, once: () => void) => Promise<T>): Promise<T> => {
    let isOnce = false;
    const once = (): void => {
      isOnce = true;
    };
    for (let tries = 1; ; tries += 1) {
      const progress = { isCommitting: false };
      try {
        return await runUnit((session) => work(session, once), progress);
      } catch (error) {
        const mayBeSaved = progress.isCommitting && isOnce;
        if (tries === UNIT_TRIES || mayBeSaved || !isWorthRepeating(error)) throw error;
        await pauseAfter(tries);
      }
    }
  };

  return {
    read: (work) => afterUnit(() => (replicas === null ? work(reading) : replicas.read(work))),
    readTogether: (work) =>
      afterUnit(() =>
        inTransaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', options.timeoutMs, work),
      ),
    unit: (work) => {
      const done = lastUnit.then(() => answer(() => repeatUnit(work)));
      lastUnit = done.catch(() => undefined);
      return done;
    },
  };
}

/** A connection that does not roll back is not used again. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query({ text: 'ROLLBACK', ...{ query_timeout: ROLLBACK_MS } });
    client.release();
  } catch {
    client.release(true);
  }
}
