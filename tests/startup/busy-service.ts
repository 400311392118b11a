import { join } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { stopSignal } from '../../src/startup/stop-signal.ts';

/*
 * A service whose thread is in a statement of SQLite that lasts for minutes. Its argument is the time that it has for its stop.
 */

const MINUTES =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT n.i + 1 FROM n WHERE n.i < 1e10) SELECT sum(i) FROM n';

if (isMainThread) {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  new Worker(join(import.meta.dirname, 'busy-service.ts')).once('message', resolve);
  await promise;
  stopSignal(pino({ level: 'silent' }), 'other', Number(process.argv[2]));
  process.stdout.write('at work\n');
} else {
  const database = new Database(':memory:');
  parentPort?.postMessage('at work');
  database.prepare(MINUTES).get();
}
