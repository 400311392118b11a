import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, type ErrorDetails, TimelineError } from '../../domain/errors.ts';
import { CLOSE, type HeavyCall, type HeavyReads } from './heavy-reads.ts';

/** What comes back from the thread for a call. */
export type ThreadAnswer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number;
      /** Without a code where it was no `TimelineError`. */
      readonly refusal: {
        readonly code: ErrorCode | null;
        readonly details: ErrorDetails;
        readonly error: Error;
      };
    };

/** The heavy reads in a thread of their own, which starts at the first of them: nobody else waits while they run. */
export interface ReaderThread extends HeavyReads {
  close(): Promise<void>;
}

/** Beside this file, in `src/` and `dist/` alike. */
const PROGRAM = join(import.meta.dirname, `reader-thread${extname(import.meta.filename)}`);

/** What it reads is sent on at once: little of it needs to lie about. */
const YOUNG_MB = 8;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function openReaderThread(file: string): ReaderThread {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let calls = 0;

  const start = (): Worker => {
    const started = new Worker(PROGRAM, {
      workerData: file,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    started.on('message', (answer: ThreadAnswer) => {
      const caller = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if ('value' in answer) caller?.resolve(answer.value);
      else caller?.reject(errorOf(answer.refusal));
    });
    const fail = (error: Error): void => {
      thread = undefined;
      for (const caller of waiting.values()) caller.reject(error);
      waiting.clear();
    };
    started.on('error', fail);
    started.on('exit', (code) => fail(new Error(`the reader thread ended with ${code}`)));
    return started;
  };
  const perform = (call: HeavyCall): Promise<unknown> => {
    thread ??= start();
    // Only while somebody waits for it does the thread keep the process running.
    thread.ref();
    const id = ++calls;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    thread.postMessage({ id, call });
    return answer;
  };
  return {
    // The thread answers with what the same call of a store here would give.
    listTexts: (...args) => perform({ name: 'listTexts', args }) as ReturnType<HeavyReads['listTexts']>,
    countByBounds: (...args) =>
      perform({ name: 'countByBounds', args }) as ReturnType<HeavyReads['countByBounds']>,
    countFacet: (...args) => perform({ name: 'countFacet', args }) as ReturnType<HeavyReads['countFacet']>,
    countEvents: (...args) => perform({ name: 'countEvents', args }) as ReturnType<HeavyReads['countEvents']>,
    // It ends by itself: a thread that is stopped from here may be within SQLite, which would take the process down.
    close: async () => {
      if (thread === undefined) return;
      const ended = once(thread, 'exit');
      thread.ref();
      thread.postMessage(CLOSE);
      await ended;
    },
  };
}

function errorOf({
  code,
  details,
  error,
}: Extract<ThreadAnswer, { readonly refusal: unknown }>['refusal']): Error {
  return code === null ? error : new TimelineError(code, error.message, { details, cause: error });
}
