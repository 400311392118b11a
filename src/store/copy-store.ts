import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { TimelineError } from '../domain/errors.ts';
import { bundledMigrations } from './open-store.ts';
import type { StoreProblem } from './port/event-store.ts';
import { backUp } from './sqlite/copies/back-up.ts';
import { type ArticleText, readTexts } from './sqlite/copies/read-texts.ts';
import { restore } from './sqlite/copies/restore.ts';
import { storeFile } from './store-url.ts';

/** Copies the store of a URL into a new file; see `backUp`. Throws `BAD_CONFIG` where there is a file of that name. */
export async function backUpStore(url: string, target: string): Promise<readonly StoreProblem[]> {
  if (existsSync(target))
    throw new TimelineError('BAD_CONFIG', `there is a file ${target}: name another one`);
  if (!existsSync(dirname(target)))
    throw new TimelineError('BAD_CONFIG', `there is no folder ${dirname(target)}`);
  return backUp(requireFile(fileOf(url)), target, await bundledMigrations());
}

/** Puts a backup in the place of the store of a URL; see `restore`. */
export async function restoreStore(backup: string, url: string, aside: string): Promise<void> {
  return restore(requireFile(backup), fileOf(url), aside, await bundledMigrations());
}

/** The articles of a database file of any version; see `readTexts`. */
export const readArticleTexts = (file: string): Iterable<ArticleText> => readTexts(requireFile(file));

/** The path that a URL names. Throws `BAD_CONFIG` where it names a store in memory or on a server. */
export function fileOf(url: string): string {
  const file = storeFile(url);
  if (file === null)
    throw new TimelineError(
      'BAD_CONFIG',
      'the database is in memory or on a server: this command works on a file',
    );
  return file;
}

/** Throws `NOT_FOUND` where there is no such file. */
function requireFile(file: string): string {
  if (!existsSync(file)) throw new TimelineError('NOT_FOUND', `there is no database at ${file}`);
  return file;
}
