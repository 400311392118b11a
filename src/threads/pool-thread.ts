import { type ResourceLimits, Worker } from 'node:worker_threads';
import { TimelineError } from '../domain/errors.ts';
import { CLOSE, type ThreadAnswer, type ThreadMessage, type ThreadStart } from './thread-messages.ts';

/** The program of a thread, what it is given, and the limits of its heap. */
export interface ThreadProgram {
  readonly file: string;
  readonly data: unknown;
  readonly resourceLimits?: ResourceLimits;
}

/** A worker thread that performs one call at a time. It keeps the process running only during a call. */
export interface PoolThread {
  perform(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Asks the present call to end early. */
  stop(): void;
  /** Ends the thread, which finishes its call first. Stopping a thread within SQLite would take the process down. */
  close(): Promise<void>;
}

/** Starts a thread; `onEnd` is called when it ends, for whatever reason. A call that it did not answer is then rejected. */
export function startThread({ file, data, resourceLimits }: ThreadProgram, onEnd: () => void): PoolThread {
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadStart<unknown> = { data, stopped };
  const worker = new Worker(file, { workerData, ...(resourceLimits !== undefined && { resourceLimits }) });
  const ended = Promise.withResolvers<void>();
  let present: PromiseWithResolvers<unknown> | undefined;
  const send = (message: ThreadMessage): void => worker.postMessage(message);
  const fail = (error: Error): void => {
    onEnd();
    present?.reject(error);
    present = undefined;
  };
  worker.on('message', (answer: ThreadAnswer) => {
    worker.unref();
    if ('value' in answer) present?.resolve(answer.value);
    else present?.reject(errorOf(answer));
    present = undefined;
  });
  worker.on('error', fail);
  worker.on('exit', (code) => {
    fail(new Error(`a thread ended with ${code}`));
    ended.resolve();
  });
  return {
    perform: (name, args) => {
      Atomics.store(stopped, 0, 0);
      present = Promise.withResolvers();
      worker.ref();
      send({ name, args });
      return present.promise;
    },
    stop: () => {
      Atomics.store(stopped, 0, 1);
    },
    close: () => {
      worker.ref();
      send(CLOSE);
      return ended.promise;
    },
  };
}

function errorOf({ error, code, details }: Extract<ThreadAnswer, { readonly error: Error }>): Error {
  return code === null ? error : new TimelineError(code, error.message, { details, cause: error });
}
