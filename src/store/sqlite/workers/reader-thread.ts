import { parentPort, workerData } from 'node:worker_threads';
import { TimelineError } from '../../../domain/errors.ts';
import { connectReader } from '../connection.ts';
import { createSqliteStore } from '../create-sqlite-store.ts';
import { giveWay, takeIdleTime } from './give-way.ts';
import { CLOSE, type HeavyCall, performHeavy, type ThreadData, type ThreadMessage } from './heavy-reads.ts';
import type { ThreadAnswer } from './open-heavy-thread.ts';

/*
 * The program of a reader thread: a store of its own over a connection that can only read, which answers the calls that
 * it is sent, one after the other.
 */

/** In ms: who asks for no more than this is not worth the start of a command. */
const MUCH_WORK = 100;

giveWay();

const { file, isPatient } = workerData as ThreadData;
const store = createSqliteStore(connectReader(file));
let worked = 0;

parentPort?.on('message', async (message: ThreadMessage) => {
  if (message === CLOSE) {
    await store.close();
    parentPort?.close();
    return;
  }
  const begin = performance.now();
  parentPort?.postMessage(await answerTo(message.id, message.call));
  const before = worked;
  worked += performance.now() - begin;
  if (isPatient && before < MUCH_WORK && worked >= MUCH_WORK) takeIdleTime();
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
