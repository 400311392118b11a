import { extname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
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

/**
 * A thread holds 40 MB beside the text that it reads, and each article leaves 5 MB of garbage. V8 lets a heap grow in
 * proportion to its limit before it collects: without these limits a thread takes up to 170 MB.
 */
const HEAP_LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 768 };

/**
 * In bulk, V8 collects a heap that has grown by this share of its content, in percent. By default a large heap grows to four
 * times its content. 4,000 articles took 830 MB by default, and 630 MB with this limit, in the same CPU time. A server with this limit
 * answers a sixth fewer requests.
 */
const BULK_HEAP_GROWTH = 50;

/** For each thread. A text that waits is up to 2 MB. */
const WAITING = 50;

/** A thread of a bulk ingest reads on while an article or several are saved. */
const SENT = 4;

export interface ReadingData {
  readonly names: NamesFile;
  /** Whether the threads run beside a server, whose answers must not wait for them. */
  readonly besideServer: boolean;
}

/** Threads that read texts. Each starts at the first text for it. */
export function openReadingPool(data: ReadingData, threads: number): ReadingPool {
  if (!data.besideServer) setFlagsFromString(`--heap-growing-percent=${BULK_HEAP_GROWTH}`);
  const pool = openThreadPool<Pick<ReadingMethods, keyof ReadingMethods>>(
    { file: PROGRAM, data, resourceLimits: HEAP_LIMITS },
    { threads, waiting: WAITING * threads, sent: data.besideServer ? 1 : SENT },
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
