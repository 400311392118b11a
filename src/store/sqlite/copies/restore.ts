import { existsSync } from 'node:fs';
import { link, rename, rm } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { Migration } from '../../sql/migrations.ts';
import { openPlain } from '../connection.ts';
import { openSqliteStore } from '../open-sqlite-store.ts';
import { answer } from '../sqlite-errors.ts';
import { copyDatabase, putInPlace } from './back-up.ts';

/**
 * Puts a copy of a backup in the place of a database, brought up to date and found sound. The earlier file is kept under the
 * name `aside`, if there was one. Throws `STORE_BUSY` while a process that can write has the database open.
 */
export function restore(
  backup: string,
  file: string,
  aside: string,
  migrations: readonly Migration[],
): Promise<void> {
  return answer(async () => {
    const copy = `${file}.restoring`;
    await rm(copy, { force: true });
    await copyDatabase(backup, copy);
    try {
      await requireSound(copy, migrations);
      const lock = existsSync(file) ? claim(file) : undefined;
      try {
        await keepAside(file, aside);
        await putInPlace(copy, file);
      } finally {
        lock?.close();
      }
    } finally {
      await rm(copy, { force: true });
    }
  });
}

async function requireSound(file: string, migrations: readonly Migration[]): Promise<void> {
  const store = await openSqliteStore(file, migrations);
  const [problem] = await store.verify().finally(() => store.close());
  if (problem !== undefined)
    throw new TimelineError('STORE_CORRUPT', `the backup is damaged: ${problem.check}: ${problem.detail}`);
}

/**
 * Locks the database until the connection is closed. Only the last connection can leave the write-ahead log: SQLite
 * refuses it while another is open. A file too damaged for that is what a backup is for, and has no connection that writes.
 */
export function claim(file: string): Database {
  const database = openPlain(file);
  try {
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY') {
      database.close();
      throw new TimelineError('STORE_BUSY', 'another process has the database open: stop it first', {
        cause: error,
      });
    }
  }
  return database;
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/**
 * The database gets a second name, so that it has a file at every moment. A log that is left belongs to the earlier file:
 * SQLite would apply it to the new one.
 */
async function keepAside(file: string, aside: string): Promise<void> {
  if (!existsSync(file)) return;
  for (const log of ['-wal', '-journal']) if (existsSync(file + log)) await rename(file + log, aside + log);
  await rm(`${file}-shm`, { force: true });
  // Some file systems give a file one name alone.
  await link(file, aside).catch(() => rename(file, aside));
}
