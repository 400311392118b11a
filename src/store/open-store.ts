import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TimelineError } from '../domain/errors.ts';
import { packagePath } from '../package-files.ts';
import type { EventStore } from './port/event-store.ts';
import type { JobQueue } from './port/job-queue.ts';
import type { PostLedger } from './port/post-ledger.ts';
import type { PostgresUse } from './postgres/open-postgres-store.ts';
import { readMigrations } from './sql/migrations.ts';
import { openSqliteStore, type StoreUse } from './sqlite/open-sqlite-store.ts';
import { openSqlitePostLedger } from './sqlite/post-ledger.ts';
import { IN_MEMORY, isPostgresUrl, parsePostgresUrl, parseStoreUrl } from './store-url.ts';

/** The servers of a PostgreSQL database beside its primary. A store in a file has none. */
export type ServersUse = Pick<PostgresUse, 'replicaUrls' | 'directUrl'>;

/** Whether a URL names a database that one thread has for itself, and that ends with it. */
export const isInMemory = (url: string): boolean => url === `sqlite:${IN_MEMORY}`;

/**
 * Opens the store that a URL names and brings its schema up to date: `sqlite:data/dateline.sqlite`, whose folder is
 * created where it is missing, `sqlite:copy.sqlite?mode=ro`, `sqlite::memory:`, `postgres://user@host/database`, or that with
 * `?timeline=2`. Throws `BAD_CONFIG` for another URL or a file that cannot be opened, `NOT_FOUND` for a timeline that is not there, `STORE_CORRUPT` for a damaged one and `MIGRATION_CHANGED` for one that another version has made.
 */
export async function openStore(
  url: string,
  use: Omit<StoreUse, 'isReadOnly'> & ServersUse = {},
): Promise<EventStore> {
  const location = parseStoreUrl(url);
  if (location.kind === 'postgres') {
    const { openPostgresStore } = await import('./postgres/open-postgres-store.ts');
    return openPostgresStore(location.url, await bundledMigrations('postgres'), {
      ...use,
      timeline: location.timeline,
    });
  }
  const { file, isReadOnly } = location;
  if (file !== IN_MEMORY && !isReadOnly) await makeFolder(dirname(file));
  return openSqliteStore(file, await bundledMigrations(), {
    ...use,
    isReadOnly,
  });
}

/** The migrations that come with the package. */
export const bundledMigrations = (
  dialect: 'sqlite' | 'postgres' = 'sqlite',
): ReturnType<typeof readMigrations> => readMigrations(packagePath('migrations', dialect));

/**
 * Opens the ledger of what was posted: a file, whose folder is made where it is missing, or the table of a PostgreSQL database
 * that a URL names. Throws `STORE_BUSY` while another process has it.
 */
export async function openPostLedger(place: string): Promise<PostLedger> {
  if (isPostgresUrl(place)) {
    const { openPostgresPostLedger } = await import('./postgres/post-ledger.ts');
    const { url, timeline } = parsePostgresUrl(place);
    return openPostgresPostLedger(url, await bundledMigrations('postgres'), timeline);
  }
  await makeFolder(dirname(place));
  return openSqlitePostLedger(place);
}

/** How many jobs may wait, and how many a worker performs at a time. */
export interface QueueUse {
  readonly limit: number;
  readonly lanes?: number;
}

/** Connections of a worker beside those of its lanes: for its lock, for news of jobs, and for the list of workers. */
const MORE_CONNECTIONS = 4;

/** Opens the queue of jobs in the database that a URL names. A queue in memory ends with the process. */
export async function openJobQueue(url: string, { limit, lanes = 0 }: QueueUse): Promise<JobQueue> {
  const location = parseStoreUrl(url);
  if (location.kind === 'postgres') {
    const { openPostgresJobQueue } = await import('./postgres/queue/job-queue.ts');
    return openPostgresJobQueue(location.url, await bundledMigrations('postgres'), {
      limit,
      timeline: location.timeline,
      connections: lanes + MORE_CONNECTIONS,
    });
  }
  const { file, isReadOnly } = location;
  if (isReadOnly) throw new TimelineError('READ_ONLY', 'the database is open for reading only');
  if (file !== IN_MEMORY) await makeFolder(dirname(file));
  const { openSqliteJobQueue } = await import('./sqlite/queue/job-queue.ts');
  return openSqliteJobQueue(file, await bundledMigrations(), { limit });
}

/**
 * Whether jobs of a database file wait for a process that works on it. It costs little where none does. A server has workers of its
 * own, and a database in memory begins without jobs.
 */
export async function hasWaitingJobs(url: string): Promise<boolean> {
  const location = parseStoreUrl(url);
  if (location.kind === 'postgres' || location.file === IN_MEMORY || location.isReadOnly) return false;
  const { hasWaitingJobs } = await import('./sqlite/queue/waiting-jobs.ts');
  return hasWaitingJobs(location.file);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder);
  } catch (cause) {
    throw new TimelineError('BAD_CONFIG', `the folder "${folder}" of the database cannot be made`, { cause });
  }
}

/** Makes each missing folder, from the top down. Node's own recursive `mkdir` never ends below `/proc`, where no folder can be made. */
async function makeFolders(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolders(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    if (!existsSync(folder)) throw error;
  });
}
