import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { TimelineError } from '../domain/errors.ts';
import { COPIED_TABLES, POSTS } from './copy/copied-tables.ts';
import { type CopyOptions, type CopySource, type CopyTarget, copyTimeline } from './copy/copy-timeline.ts';
import { bundledMigrations } from './open-store.ts';
import type { StoreProblem } from './port/event-store.ts';
import { backUp } from './sqlite/copies/back-up.ts';
import { openCopySource } from './sqlite/copies/copy-source.ts';
import { openCopyTarget } from './sqlite/copies/copy-target.ts';
import { type ArticleText, readTexts } from './sqlite/copies/read-texts.ts';
import { restore } from './sqlite/copies/restore.ts';
import { IN_MEMORY, parseStoreUrl, type StoreLocation, storeFile } from './store-url.ts';

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

/**
 * Copies the timeline of a URL to another URL, with its history, and goes on with a copy that was broken off. Nothing opens the
 * target before the copy has come to its end. Throws `BAD_CONFIG` where the target has data of its own.
 */
export async function copyStore(from: string, to: string, options: CopyOptions = {}): Promise<void> {
  const [source, target] = [parseStoreUrl(from), parseStoreUrl(to)];
  const tables = [
    ...COPIED_TABLES,
    ...(source.kind === target.kind && source.kind === 'postgres' ? [POSTS] : []),
  ];
  const opened = await openSource(source);
  try {
    const into = await openTarget(target);
    try {
      await copyTimeline(opened, into, tables, options);
    } finally {
      await into.close();
    }
  } finally {
    await opened.close();
  }
}

async function openSource(location: StoreLocation): Promise<CopySource> {
  if (location.kind === 'sqlite')
    return openCopySource(requireFile(notInMemory(location.file)), await bundledMigrations());
  const copies = await import('./postgres/copies/copy-source.ts');
  return copies.openCopySource(location.url, location.timeline);
}

async function openTarget(location: StoreLocation): Promise<CopyTarget> {
  if (location.kind === 'postgres') {
    const copies = await import('./postgres/copies/copy-target.ts');
    return copies.openCopyTarget(location.url, location.timeline, await bundledMigrations('postgres'));
  }
  if (location.isReadOnly) throw new TimelineError('READ_ONLY', 'the target is open for reading only');
  return openCopyTarget(notInMemory(location.file), await bundledMigrations());
}

/** The articles of a database file of any version; see `readTexts`. */
export const readArticleTexts = (file: string): Iterable<ArticleText> => readTexts(requireFile(file));

function notInMemory(file: string): string {
  if (file !== IN_MEMORY) return file;
  throw new TimelineError('BAD_CONFIG', 'a database in memory belongs to one program, and cannot be copied');
}

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
