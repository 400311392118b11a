import { setPriority } from 'node:os';
import { serveCalls } from '../../../threads/serve-calls.ts';
import { connectReader } from '../connection.ts';
import { createSqliteStore } from '../create-sqlite-store.ts';
import type { HeavyReads } from './reader-pool.ts';

/*
 * The program of a reader thread: a store of its own over a read-only connection.
 */

/** Below the threads that answer light requests, yet high enough for a share of a busy machine. */
const LOWER_PRIORITY = 10;

// On Linux a nice value belongs to one thread (setpriority(2)). Elsewhere it would slow the whole process.
if (process.platform === 'linux') setPriority(0, LOWER_PRIORITY);

serveCalls((file: string) => {
  const { documents, countByBounds, countFacet, countEvents, close } = createSqliteStore(connectReader(file));
  const methods = { listDocuments: documents.list, countByBounds, countFacet, countEvents };
  return { methods: methods satisfies HeavyReads, close };
});
