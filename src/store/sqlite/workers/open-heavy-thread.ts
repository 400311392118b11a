import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, type ErrorDetails, TimelineError } from '../../../domain/errors.ts';
import { CLOSE, type HeavyCall, type ThreadData } from './heavy-reads.ts';

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

/** A thread that performs heavy reads, one after the other. It starts at the first of them. */
export interface HeavyThread {
  /** Rejects when it is closed. */
  perform(call: HeavyCall): Promise<unknown>;
  /** How many calls it has to answer. */
  waiting(): number;
  /** How long the call that it is at, or that it has not come to, has been waiting, in ms; 0 where there is none. */
  waitingMs(): number;
  close(): Promise<void>;
}

/** Beside this file, in `src/` and `dist/` alike. */
const PROGRAM = join(import.meta.dirname, `reader-thread${extname(import.meta.filename)}`);

/** What it reads is sent on at once: little of it needs to lie about. */
const YOUNG_MB = 8;

interface Waiting {
  readonly since: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function openHeavyThread(data: ThreadData): HeavyThread {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let calls = 0;
  let isClosed = false;

  const start = (): Worker => {
    const started = new Worker(PROGRAM, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    started.on('message', (answer: ThreadAnswer) => {
      const caller = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0 && !isClosed) started.unref();
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
  return {
    perform: async (call) => {
      if (isClosed) throw new Error('the reader thread is closed');
      thread ??= start();
      // Only while somebody waits for it does the thread keep the process running.
      thread.ref();
      const id = ++calls;
      const answer = new Promise<unknown>((resolve, reject) =>
        waiting.set(id, { since: performance.now(), resolve, reject }),
      );
      thread.postMessage({ id, call });
      return answer;
    },
    waiting: () => waiting.size,
    waitingMs: () => {
      const [oldest] = waiting.values();
      return oldest === undefined ? 0 : performance.now() - oldest.since;
    },
    // It ends by itself, with what it was asked before: a thread that is stopped while it is within SQLite, from here or because
    // nothing else keeps the process running, takes the process down.
    close: async () => {
      isClosed = true;
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
