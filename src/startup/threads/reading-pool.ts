import { extname, join } from 'node:path';
import type { NamesFile } from '../../ingestion/lexicon/extend-names.ts';
import { openThreadPool, type PoolState } from '../../threads/thread-pool.ts';
import type { ArticleReader } from '../../timeline/ingest/read-article.ts';
import type { TextReading } from '../../timeline/read/text-reading.ts';

/** The calls of a thread that reads texts. */
export interface ReadingMethods extends TextReading {
  readonly readArticle: ArticleReader;
}

export interface ReadingPool extends ReadingMethods {
  state(): PoolState;
  close(): Promise<void>;
}

/** The program has the same place beside this file in `src/` and in `dist/`. */
const PROGRAM = join(import.meta.dirname, `reading-thread${extname(import.meta.filename)}`);

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
    { file: PROGRAM, data },
    { threads, waiting: WAITING * threads },
  );
  return {
    resolveText: (...args) => pool.call('resolveText', args),
    explainTime: (...args) => pool.call('explainTime', args),
    readArticle: (...args) => pool.call('readArticle', args),
    state: pool.state,
    close: pool.close,
  };
}
