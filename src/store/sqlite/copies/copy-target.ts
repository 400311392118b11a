import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { CopiedRow, CopiedTable } from '../../copy/copied-tables.ts';
import { COPY_MARKER, placeOf, writeMark } from '../../copy/copy-mark.ts';
import type { CopyPlace, CopyTarget } from '../../copy/copy-timeline.ts';
import type { Migration } from '../../sql/migrations.ts';
import { applyMigrations, refuseForeign } from '../apply-migrations.ts';
import { connect, connectReader, disconnect, isBusy, openPlain, useWriteAheadLog } from '../connection.ts';
import { answer } from '../sqlite-errors.ts';
import { putInPlace } from './back-up.ts';
import { rowWriter } from './copied-rows.ts';
import { claim } from './restore.ts';

/** A copy into a file. It goes into a file beside it, which is put in its place at the end. */
export function openCopyTarget(file: string, migrations: readonly Migration[]): CopyTarget {
  const copying = `${file}.copying`;
  let database: Database.Database | undefined;
  let mark = '';
  let write: ReturnType<typeof rowWriter>;

  const open = async (): Promise<Database.Database> => {
    database = connect(copying);
    // The connection keeps every lock until it is closed.
    database.pragma('locking_mode = EXCLUSIVE');
    await useWriteAheadLog(database);
    applyMigrations(database, migrations);
    write = rowWriter(database);
    return database;
  };
  const close = (): void => {
    if (database !== undefined) disconnect(database);
    database = undefined;
  };
  const begin = async (state: string): Promise<CopyPlace | null> => {
    refuseFilled(file);
    if (existsSync(copying)) {
      refuseBusy(copying);
      const text = readMark(await open());
      const place = placeOf(text, state);
      if (text !== undefined && place !== null) {
        mark = text;
        return place;
      }
      close();
      for (const suffix of ['', '-wal', '-shm']) await rm(copying + suffix, { force: true });
    }
    mark = writeMark(state);
    (await open()).prepare('INSERT INTO markers (name, value) VALUES (?, ?)').run(COPY_MARKER, mark);
    return null;
  };
  const opened = (): Database.Database => {
    if (database === undefined) throw new Error('the copy has not begun');
    return database;
  };
  const save = (table: CopiedTable, rows: readonly CopiedRow[], next: string): void => {
    opened().prepare('UPDATE markers SET value = ? WHERE name = ?').run(next, COPY_MARKER);
    for (const row of rows) write(table, row);
  };
  return {
    begin: (state) => answer(() => begin(state)),
    save: (table, rows, place) =>
      answer(() => {
        const next = writeMark(JSON.parse(mark).state, place);
        opened().transaction(save).immediate(table, rows, next);
        mark = next;
      }),
    finish: (revision) =>
      answer(async () => {
        const finished = opened();
        const lock = existsSync(file) ? claimEmpty(file) : undefined;
        try {
          finished
            .transaction(() => {
              finished.prepare('DELETE FROM markers WHERE name = ?').run(COPY_MARKER);
              finished.prepare('UPDATE store_state SET revision = ?').run(revision);
            })
            .immediate();
          close();
          await putInPlace(copying, file);
        } finally {
          lock?.close();
        }
      }),
    close: () => answer(close),
  };
}

/** Throws `STORE_BUSY` where another copy has the file open. */
function refuseBusy(copying: string): void {
  const database = openPlain(copying);
  try {
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
  } catch (cause) {
    if (!isBusy(cause)) throw cause;
    throw new TimelineError('STORE_BUSY', 'another copy goes into the same place', { cause });
  } finally {
    database.close();
  }
}

const readMark = (database: Database.Database): string | undefined =>
  database
    .prepare<[string], string>('SELECT m.value FROM markers m WHERE m.name = ?')
    .pluck()
    .get(COPY_MARKER);

function refuseFilled(file: string): void {
  if (!existsSync(file)) return;
  const database = connectReader(file);
  try {
    requireEmpty(database);
  } finally {
    database.close();
  }
}

/** A timeline that was made and never changed may be replaced. */
function requireEmpty(database: Database.Database): void {
  refuseForeign(database);
  const tables = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'store_state'").all();
  const revision =
    tables.length === 0
      ? 0
      : database.prepare<[], number>('SELECT s.revision FROM store_state s').pluck().get();
  if (revision !== 0)
    throw new TimelineError('BAD_CONFIG', 'the target has data of its own: name a new file or timeline');
}

/** Locks the file that is replaced, so that no change of another program is lost. */
function claimEmpty(file: string): Database.Database {
  const lock = claim(file);
  try {
    requireEmpty(lock);
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}
