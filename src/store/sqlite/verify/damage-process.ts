import { lowerPriority } from '../../../threads/lower-priority.ts';
import { connectReader } from '../connection.ts';
import { findDamage } from './find-damage.ts';

/*
 * The program of the process that looks a large file through while it is in use. It sends what it finds, or null, and ends.
 */

const [file = ''] = process.argv.slice(2);

function search(): string | null {
  try {
    return findDamage(connectReader(file));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A terminal sends its signals to all processes of the server. The server ends this one when it stops. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

lowerPriority();
process.send?.(search(), () => process.exit());
