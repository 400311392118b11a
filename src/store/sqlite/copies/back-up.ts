import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoreProblem } from '../../port/event-store.ts';
import type { Migration } from '../../sql/migrations.ts';
import { isOutdated } from '../apply-migrations.ts';
import { connectReader, disconnect, openPlain } from '../connection.ts';
import { answer } from '../sqlite-errors.ts';
import { OWN_CHECKS, verifyStore } from '../verify/verify-store.ts';

/**
 * Copies a database, also while others write to it, and puts the copy in its place when it is complete and found sound.
 * Returns what is wrong with it otherwise, and leaves no copy. A database of an earlier schema has SQLite's own checks alone.
 */
export function backUp(
  source: string,
  target: string,
  migrations: readonly Migration[],
): Promise<readonly StoreProblem[]> {
  return answer(async () => {
    const copy = `${target}.partial`;
    await rm(copy, { force: true });
    await copyDatabase(source, copy);
    const problems = problemsOf(copy, migrations);
    if (problems.length === 0) await putInPlace(copy, target);
    else await rm(copy);
    return problems;
  });
}

/** Copies the state of this moment into one file. */
export async function copyDatabase(source: string, target: string): Promise<void> {
  const database = connectReader(source);
  try {
    // Without a transaction, SQLite would begin again after each change by another process.
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    await database.backup(target);
  } finally {
    database.close();
  }
  const copy = openPlain(target);
  disconnect(copy);
}

function problemsOf(file: string, migrations: readonly Migration[]): readonly StoreProblem[] {
  const database = connectReader(file);
  try {
    return isOutdated(database, migrations) ? verifyStore(database, OWN_CHECKS) : verifyStore(database);
  } finally {
    database.close();
  }
}

/** Renames a complete file, so that the new name never belongs to a part of it, even after a power cut. */
export async function putInPlace(file: string, target: string): Promise<void> {
  await sync(file);
  await rename(file, target);
  // Windows cannot open a folder.
  await sync(dirname(target)).catch(() => {});
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
