import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TimelineError } from '../../../domain/errors.ts';
import {
  CLOSE,
  type HeavyCall,
  type HeavyReads,
  type ThreadAnswer,
  type ThreadMessage,
} from './heavy-reads.ts';

/** The heavy reads of a store file, performed by threads of their own. */
export interface ReaderPool extends HeavyReads {
  /** Answers the calls made before. Later calls are rejected. */
  close(): Promise<void>;
}

/** Two, so that no search waits for an export. */
const THREADS = 2;

/** The program has the same place beside this file in `src/` and in `dist/`. */
const PROGRAM = join(import.meta.dirname, `reader-thread${extname(import.meta.filename)}`);

/** A thread sends its rows on at once, so that a small young generation suffices. */
const YOUNG_GENERATION_MB = 8;

interface Caller {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Reader {
  readonly thread: Worker;
  readonly callers: Map<number, Caller>;
}

/** Each thread starts at the first call for it. A thread that ends early rejects its calls; a later call starts another. */
export function openReaderPool(file: string): ReaderPool {
  const readers = new Set<Reader>();
  let calls = 0;
  let isClosed = false;

  const start = (): Reader => {
    const thread = new Worker(PROGRAM, {
      workerData: file,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    const reader: Reader = { thread, callers: new Map() };
    const fail = (error: Error): void => {
      readers.delete(reader);
      for (const { reject } of reader.callers.values()) reject(error);
      reader.callers.clear();
    };
    thread.on('message', (answer: ThreadAnswer) => {
      const caller = reader.callers.get(answer.id);
      reader.callers.delete(answer.id);
      if (reader.callers.size === 0 && !isClosed) thread.unref();
      if ('value' in answer) caller?.resolve(answer.value);
      else caller?.reject(errorOf(answer));
    });
    thread.on('error', fail);
    thread.on('exit', (code) => fail(new Error(`a reader thread ended with ${code}`)));
    readers.add(reader);
    return reader;
  };

  /** An idle thread, else a new one, else the thread with the fewest calls. */
  const choose = (): Reader => {
    const [least] = [...readers].sort((a, b) => a.callers.size - b.callers.size);
    if (least === undefined) return start();
    return least.callers.size > 0 && readers.size < THREADS ? start() : least;
  };

  const perform = (call: HeavyCall): Promise<unknown> => {
    if (isClosed) return Promise.reject(new Error('the reader threads are closed'));
    const { thread, callers } = choose();
    const id = ++calls;
    // A thread keeps the process running only while a call waits for it.
    thread.ref();
    return new Promise((resolve, reject) => {
      callers.set(id, { resolve, reject });
      thread.postMessage({ id, call } satisfies ThreadMessage);
    });
  };

  return {
    // A thread gives the value that the same call of a store in this thread would give.
    listDocuments: (...args) =>
      perform({ name: 'listDocuments', args }) as ReturnType<HeavyReads['listDocuments']>,
    countByBounds: (...args) =>
      perform({ name: 'countByBounds', args }) as ReturnType<HeavyReads['countByBounds']>,
    countFacet: (...args) => perform({ name: 'countFacet', args }) as ReturnType<HeavyReads['countFacet']>,
    countEvents: (...args) => perform({ name: 'countEvents', args }) as ReturnType<HeavyReads['countEvents']>,
    // A thread that is stopped within SQLite takes the process down. So each ends by itself, and keeps the process running
    // until then.
    close: async () => {
      isClosed = true;
      await Promise.all([...readers].map(({ thread }) => close(thread)));
    },
  };
}

const close = (thread: Worker): Promise<unknown> =>
  new Promise((resolve) => {
    thread.once('exit', resolve);
    thread.ref();
    thread.postMessage(CLOSE satisfies ThreadMessage);
  });

function errorOf({ error, code, details }: Extract<ThreadAnswer, { readonly error: Error }>): Error {
  return code === null ? error : new TimelineError(code, error.message, { details, cause: error });
}
