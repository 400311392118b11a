import { lowerPriority } from '../../../threads/lower-priority.ts';
import { serveCalls } from '../../../threads/serve-calls.ts';
import { connectReader } from '../connection.ts';
import { createSqliteStore } from '../create-sqlite-store.ts';
import type { HeavyReads } from './reader-pool.ts';

/*
 * The program of a reader thread: a store of its own over a read-only connection.
 */

lowerPriority();

serveCalls((file: string) => {
  const { documents, countByBounds, countFacet, countEvents, close } = createSqliteStore(connectReader(file));
  const methods = { listDocuments: documents.list, countByBounds, countFacet, countEvents };
  return { methods: methods satisfies HeavyReads, close };
});
