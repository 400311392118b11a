import { lowerPriority } from '../../../threads/lower-priority.ts';
import { serveCalls } from '../../../threads/serve-calls.ts';
import { connectReader } from '../connection.ts';
import { createSqliteStore } from '../create-sqlite-store.ts';
import type { HeavyReads } from './reader-pool.ts';

/*
 * The program of a reader thread: a store of its own over a read-only connection.
 */

lowerPriority();

serveCalls((file: string, isStopped) => {
  const stop = (): void => {
    if (isStopped()) throw new Error('nobody waits for this read');
  };
  const store = createSqliteStore(connectReader(file), { watch: stop });
  const { documents, countByBounds, countFacet, countEvents, countByDays, close } = store;
  const methods = { listDocuments: documents.list, countByBounds, countFacet, countEvents, countByDays };
  return { methods: methods satisfies HeavyReads, close };
});
