import { parentPort, workerData } from 'node:worker_threads';
import { TimelineError } from '../domain/errors.ts';
import { CLOSE, type ThreadAnswer, type ThreadMessage, type ThreadStart } from './thread-messages.ts';

/** The work of a thread: its methods by their names, and what it does before it ends. */
export interface Served {
  readonly methods: Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;
  close(): Promise<void>;
}

/** The program of a thread of a pool. A long call asks `isStopped` now and then, and throws once its caller has gone. */
export function serveCalls<Data>(open: (data: Data, isStopped: () => boolean) => Served): void {
  const { data, stopped }: ThreadStart<Data> = workerData;
  const { methods, close } = open(data, () => Atomics.load(stopped, 0) === 1);
  const serve = async (message: ThreadMessage): Promise<void> => {
    if (message === CLOSE) {
      await close();
      parentPort?.close();
      return;
    }
    parentPort?.postMessage(await answerTo(message, methods));
  };
  let last = Promise.resolve();
  parentPort?.on('message', (message: ThreadMessage) => {
    last = last.then(() => serve(message));
  });
}

async function answerTo(
  { name, args }: Exclude<ThreadMessage, typeof CLOSE>,
  methods: Served['methods'],
): Promise<ThreadAnswer> {
  try {
    // The pool is typed by the same methods: the arguments are those of the method of that name.
    return { value: await methods[name]?.(...(args as never[])) };
  } catch (cause) {
    // An error loses its class on the way to another thread.
    const { code, details } = cause instanceof TimelineError ? cause : { code: null, details: {} };
    return { code, details, error: cause instanceof Error ? cause : new Error(String(cause)) };
  }
}
