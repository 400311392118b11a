import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writePlainTables } from './plain-tables.ts';

/** This checkout. */
const CHECKOUT = join(import.meta.dirname, '..', '..', '..');
/** To be raised when the content of the files changes and the schema does not. */
const EDITION = 3;

/** A store of a number of events, made once by a checkout and kept for the next run. Checkouts may differ in their schema. */
export async function storeOf(count: number, checkout: string = CHECKOUT): Promise<string> {
  const file = join(folder(), `events-${count}-${await schemaKey(checkout)}.sqlite`);
  if (!existsSync(file)) {
    console.error(`making up ${count} events …`);
    const writer = pathToFileURL(join(checkout, 'tests', 'bench', 'api', 'write-store.ts'));
    const { writeStore } = await import(writer.href);
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
async function schemaKey(checkout: string): Promise<string> {
  const migrations = join(checkout, 'migrations', 'sqlite');
  const hash = createHash('sha256').update(String(EDITION));
  for (const name of (await readdir(migrations)).sort()) hash.update(await readFile(join(migrations, name)));
  return hash.digest('hex').slice(0, 8);
}
