import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { TimelineError } from '../../../domain/errors.ts';
import { connectReader } from '../connection.ts';
import { createSqliteStore } from '../create-sqlite-store.ts';
import { CLOSE, type HeavyCall, performHeavy, type ThreadAnswer, type ThreadMessage } from './heavy-reads.ts';

/*
 * The program of a reader thread: a store of its own over a read-only connection. It answers calls one after the other.
 */

/** Below the threads that answer light requests, yet high enough for a share of a busy machine. */
const LOWER_PRIORITY = 10;

// On Linux a nice value belongs to one thread (setpriority(2)). Elsewhere it would slow the whole process.
if (process.platform === 'linux') setPriority(0, LOWER_PRIORITY);

const store = createSqliteStore(connectReader(workerData as string));

parentPort?.on('message', async (message: ThreadMessage) => {
  if (message === CLOSE) {
    await store.close();
    parentPort?.close();
  } else {
    parentPort?.postMessage(await answerTo(message.id, message.call));
  }
});

async function answerTo(id: number, call: HeavyCall): Promise<ThreadAnswer> {
  try {
    return { id, value: await performHeavy(store, call) };
  } catch (cause) {
    // An error loses its class on the way to another thread.
    const { code, details } = cause instanceof TimelineError ? cause : { code: null, details: {} };
    return { id, code, details, error: cause instanceof Error ? cause : new Error(String(cause)) };
  }
}
