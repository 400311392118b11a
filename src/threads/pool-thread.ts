import { type ResourceLimits, Worker } from 'node:worker_threads';
import { TimelineError } from '../domain/errors.ts';
import { CLOSE, type ThreadAnswer, type ThreadMessage, type ThreadStart } from './thread-messages.ts';

/** The program of a thread, what it is given, and the limits of its heap. */
export interface ThreadProgram {
  readonly file: string;
  readonly data: unknown;
  readonly resourceLimits?: ResourceLimits;
}

/** A worker thread that performs calls one after the other. It keeps the process running only while it has calls. */
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
  /** Calls without an answer yet. Answers come in the order of the calls. */
  const calls: PromiseWithResolvers<unknown>[] = [];
  const send = (message: ThreadMessage): void => worker.postMessage(message);
  const fail = (error: Error): void => {
    onEnd();
    for (const call of calls.splice(0)) call.reject(error);
  };
  worker.on('message', (answer: ThreadAnswer) => {
    const call = calls.shift();
    if (calls.length === 0) worker.unref();
    if ('value' in answer) call?.resolve(answer.value);
    else call?.reject(errorOf(answer));
  });
  worker.on('error', fail);
  worker.on('exit', (code) => {
    fail(new Error(`a thread ended with ${code}`));
    ended.resolve();
  });
  return {
    perform: (name, args) => {
      Atomics.store(stopped, 0, 0);
      const call = Promise.withResolvers<unknown>();
      calls.push(call);
      worker.ref();
      send({ name, args });
      return call.promise;
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
