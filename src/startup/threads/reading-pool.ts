import { extname, join } from 'node:path';
import type { NamesFile } from '../../ingestion/lexicon/extend-names.ts';
import { openThreadPool, type PoolState } from '../../threads/thread-pool.ts';
import type { ArticleReader, DocumentReader } from '../../timeline/ingest/read-article.ts';
import type { TextReading } from '../../timeline/read/text-reading.ts';

/** The calls of a thread that reads texts. */
export interface ReadingMethods extends TextReading {
  readonly readArticle: ArticleReader;
  readonly readDocument: DocumentReader;
}

export interface ReadingPool extends ReadingMethods {
  state(): PoolState;
  close(): Promise<void>;
}

/** The program has the same place beside this file in `src/` and in `dist/`. */
const PROGRAM = join(import.meta.dirname, `reading-thread${extname(import.meta.filename)}`);

/** An article leaves some 5 MB of garbage. More room for it would save no time. */
const YOUNG_GENERATION_MB = 24;

/** For each thread. A text that waits is up to 2 MB. */
const WAITING = 50;

export interface ReadingData {
  readonly names: NamesFile;
  /** Whether the threads run beside a server, whose answers must not wait for them. */
  readonly besideServer: boolean;
}

/** Threads that read texts. Each starts at the first text for it. */
export function openReadingPool(data: ReadingData, threads: number): ReadingPool {
  const pool = openThreadPool<Pick<ReadingMethods, keyof ReadingMethods>>(
    { file: PROGRAM, data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } },
    { threads, waiting: WAITING * threads },
  );
  return {
    resolveText: (...args) => pool.call('resolveText', args),
    explainTime: (...args) => pool.call('explainTime', args),
    readArticle: (...args) => pool.call('readArticle', args),
    readDocument: (...args) => pool.call('readDocument', args),
    state: pool.state,
    close: pool.close,
  };
}
