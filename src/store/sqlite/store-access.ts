import type { Database } from 'better-sqlite3';
import { answerAtOnce } from './sqlite-errors.ts';

/** How a store's reads and writes get at the connection. */
export interface StoreAccess {
  read<T>(work: () => T): Promise<T>;
  write<T>(work: () => T): Promise<T>;
}

/** Each read sees what is there when it begins. */
export const SINGLE_ACCESS: StoreAccess = { read: answerAtOnce, write: answerAtOnce };

/**
 * For many who ask at once: the reads of one turn of the event loop share a transaction, for taking and dropping SQLite's
 * lock costs twice what a small read does. Whoever is answered in a turn had asked before it began, so that nobody misses a
 * change that was made before; a write ends the transaction first.
 */
export function sharedAccess(database: Database): StoreAccess {
  const begin = database.prepare('BEGIN');
  const commit = database.prepare('COMMIT');
  let isShared = false;
  const end = (): void => {
    if (isShared && database.inTransaction) commit.run();
    isShared = false;
  };
  const share = (): void => {
    if (isShared) return;
    begin.run();
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
