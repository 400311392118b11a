import Database from 'better-sqlite3';
import { answerAtOnce } from './sqlite-errors.ts';

/** How the reads and writes of a store use the connection. */
export interface StoreAccess {
  read<T>(work: () => T): Promise<T>;
  write<T>(work: () => T): Promise<T>;
}

/** Each read sees the state at its beginning. */
export const SINGLE_ACCESS: StoreAccess = { read: answerAtOnce, write: answerAtOnce };

/**
 * For many requests at once. Reads made in one event-loop turn share a transaction, because SQLite's lock costs twice as
 * much as a small read. No read misses a change: every such request arrived before the transaction began. A write ends it.
 */
export function sharedAccess(database: Database.Database): StoreAccess {
  const begin = database.prepare('BEGIN');
  const rollback = database.prepare('ROLLBACK');
  let isShared = false;
  // Nothing was written, so that ROLLBACK ends the transaction as well as COMMIT. Unlike COMMIT it also ends one in which a
  // read has failed. Its own failure must not be thrown in a callback: the next read is answered with it.
  const end = (): void => {
    if (!isShared) return;
    isShared = false;
    if (!database.inTransaction) return;
    try {
      rollback.run();
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  };
  const share = (): void => {
    if (isShared) return;
    if (!database.inTransaction) begin.run();
    isShared = true;
    setImmediate(end);
  };
  return {
    read: (work) =>
      answerAtOnce(() => {
        share();
        return work();
      }),
    write: (work) =>
      answerAtOnce(() => {
        end();
        return work();
      }),
  };
}
