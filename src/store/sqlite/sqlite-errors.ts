import Database from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';

/**
 * The error that a result code of SQLite means to a caller. Any other error is a fault and stays as it is.
 * The codes: https://sqlite.org/rescode.html
 */
function toTimelineError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  switch (/^SQLITE_([A-Z]+)/.exec(error.code)?.[1]) {
    case 'BUSY':
    case 'LOCKED':
      return new TimelineError('STORE_BUSY', 'the database is busy with another change', { cause: error });
    case 'FULL':
      return new TimelineError('STORE_FULL', 'there is no room left for the database', { cause: error });
    case 'CORRUPT':
    case 'NOTADB':
      return damaged(error);
    case 'CANTOPEN':
    case 'PERM':
      return new TimelineError('BAD_CONFIG', 'the database file cannot be opened', { cause: error });
    case 'READONLY':
      return new TimelineError('READ_ONLY', 'the database can only be read', { cause: error });
    case 'IOERR':
      return new TimelineError('STORE_FAILED', 'the disk of the database fails', { cause: error });
    default:
      return error;
  }
}

const damaged = (cause: unknown): TimelineError =>
  new TimelineError(
    'STORE_CORRUPT',
    'the database is damaged, or not one of Dateline: restore it from a backup',
    {
      cause,
    },
  );

/**
 * As `answer`, for the opening of a store, which prepares all fixed statements. SQLite refuses one of them in words of its own
 * (`unsupported file format`, `no such table`) where the schema or the header of the file is damaged.
 */
export async function answerOpening<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await answer(work);
  } catch (error) {
    throw error instanceof Database.SqliteError ? damaged(error) : error;
  }
}

/** Does work that is mostly synchronous in SQLite, and answers as the port does: by a promise, with errors of the domain. */
export async function answer<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toTimelineError(error);
  }
}

/** The same for work that is done when it returns: the promise is settled at once. */
export function answerAtOnce<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(toTimelineError(error));
  }
}
