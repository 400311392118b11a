import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TimelineError } from '../../domain/errors.ts';

/** The record in the database of a migration that was applied. */
export interface AppliedMigration {
  readonly number: number;
  /** The verb phrase of the file's name: `create_events`. */
  readonly name: string;
  /** SHA-256 of the SQL with LF line ends, in hex. */
  readonly checksum: string;
}

export interface Migration extends AppliedMigration {
  readonly sql: string;
}

const FILE_NAME = /^(\d{4})_([a-z0-9]+(?:_[a-z0-9]+)*)\.sql$/;

/** The migrations in a folder, by number. Two checkouts that differ in line ends alone have the same checksums. */
export async function readMigrations(directory: string): Promise<readonly Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(files.map((file) => readMigration(directory, file)));
}

async function readMigration(directory: string, file: string): Promise<Migration> {
  const [, number, name] = FILE_NAME.exec(file) ?? [];
  if (number === undefined || name === undefined)
    throw new Error(`"${file}" is not named like a migration: four digits and a verb phrase`);
  const sql = (await readFile(join(directory, file), 'utf8')).replaceAll('\r\n', '\n');
  return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/**
 * The migrations still to apply, in order. They go forward only: throws `MIGRATION_CHANGED` where an applied migration is
 * unknown or was edited since, or where a migration before it was not applied.
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  for (const migration of applied) checkApplied(known, migration);
  const last = Math.max(0, ...applied.map(({ number }) => number));
  const pending = known.filter(({ number }) => !applied.some((migration) => migration.number === number));
  const late = pending.find(({ number }) => number < last);
  if (late !== undefined) throw refusal(late, `was not applied although ${digits(last)} was`);
  return pending;
}

function checkApplied(known: readonly Migration[], applied: AppliedMigration): void {
  const same = known.find(({ number }) => number === applied.number);
  if (same === undefined && known.every(({ number }) => number < applied.number))
    throw refusal(applied, 'is not known here: the database was made by a newer version of Dateline');
  if (same === undefined) throw refusal(applied, 'was applied to the database but is missing here');
  if (same.name !== applied.name || same.checksum !== applied.checksum)
    throw refusal(
      applied,
      'was changed after it had been applied to the database: take its articles out with ' +
        '"dateline export-articles FILE" and ingest them into a new database',
    );
}

const digits = (number: number): string => String(number).padStart(4, '0');

const refusal = ({ number, name }: AppliedMigration, what: string): TimelineError =>
  new TimelineError('MIGRATION_CHANGED', `migration ${digits(number)}_${name} ${what}`, {
    details: { number, name },
  });
