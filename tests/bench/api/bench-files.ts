import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePlainTables } from './plain-tables.ts';
import { writeStore } from './write-store.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'migrations', 'sqlite');
/** To be raised when the content of the files changes and the schema does not. */
const EDITION = 2;

/** A store of a number of events, made once and kept for the next run. */
export async function storeOf(count: number): Promise<string> {
  const file = join(folder(), `events-${count}-${await schemaKey()}.sqlite`);
  if (!existsSync(file)) {
    console.error(`making up ${count} events …`);
    await writeStore(`${file}.new`, count);
    renameSync(`${file}.new`, file);
  }
  return file;
}

/** The same events on plain tables. */
export function plainTablesOf(storeFile: string): string {
  const file = storeFile.replace('events-', 'plain-');
  if (!existsSync(file)) {
    writePlainTables(`${file}.new`, storeFile);
    renameSync(`${file}.new`, file);
  }
  return file;
}

function folder(): string {
  const path = join(tmpdir(), 'dateline-bench');
  mkdirSync(path, { recursive: true });
  return path;
}

/** Files of another schema cannot be used. */
async function schemaKey(): Promise<string> {
  const hash = createHash('sha256').update(String(EDITION));
  for (const name of (await readdir(MIGRATIONS)).sort()) hash.update(await readFile(join(MIGRATIONS, name)));
  return hash.digest('hex').slice(0, 8);
}
