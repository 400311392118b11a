import { extname, join } from 'node:path';
import { openThreadPool, type ThreadPool } from '../../../threads/thread-pool.ts';
import type { EventDocuments } from '../../port/event-documents.ts';
import type { EventStore } from '../../port/event-store.ts';

/** Reads that may take long: their cost grows with the store, or with the size of the answer. */
export type HeavyReads = {
  readonly listDocuments: EventDocuments['list'];
} & Pick<EventStore, 'countByBounds' | 'countFacet' | 'countEvents' | 'countByDays'>;

export type ReaderPool = ThreadPool<HeavyReads>;

/** Two, so that no search waits for an export. */
const THREADS = 2;

/** Facets are six calls a request. More calls than this would not be answered within the time limit of a call. */
const WAITING = 1000;

/** The program has the same place beside this file in `src/` and in `dist/`. */
const PROGRAM = join(import.meta.dirname, `reader-thread${extname(import.meta.filename)}`);

/** A thread sends its rows on at once, so that a small young generation suffices. */
const YOUNG_GENERATION_MB = 8;

/** The heavy reads of a store file, performed by threads of their own. */
export const openReaderPool = (file: string): ReaderPool =>
  openThreadPool<HeavyReads>(
    { file: PROGRAM, data: file, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } },
    { threads: THREADS, waiting: WAITING },
  );
