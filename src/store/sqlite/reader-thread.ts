import { parentPort, workerData } from 'node:worker_threads';
import { TimelineError } from '../../domain/errors.ts';
import { connectReader } from './connection.ts';
import { createSqliteStore } from './create-sqlite-store.ts';
import { giveWay } from './give-way.ts';
import { CLOSE, type HeavyCall, performHeavy, type ThreadMessage } from './heavy-reads.ts';
import type { ThreadAnswer } from './open-reader-thread.ts';

/*
 * The program of the reader thread: a store of its own over a connection that can only read, which answers the calls that
 * it is sent, one after the other.
 */

giveWay();

const store = createSqliteStore(connectReader(String(workerData)));

parentPort?.on('message', async (message: ThreadMessage) => {
  if (message !== CLOSE) return parentPort?.postMessage(await answerTo(message.id, message.call));
  await store.close();
  parentPort?.close();
});

async function answerTo(id: number, call: HeavyCall): Promise<ThreadAnswer> {
  try {
    return { id, value: await performHeavy(store, call) };
  } catch (error) {
    // An error loses its class on the way to another thread.
    const { code, details } = error instanceof TimelineError ? error : { code: null, details: {} };
    return {
      id,
      refusal: { code, details, error: error instanceof Error ? error : new Error(String(error)) },
    };
  }
}
