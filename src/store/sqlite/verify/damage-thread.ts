import { lowerPriority } from '../../../threads/lower-priority.ts';
import { serveCalls } from '../../../threads/serve-calls.ts';
import { connectReader, disconnect } from '../connection.ts';
import { findDamage } from './find-damage.ts';
import type { DamageSearch } from './search-for-damage.ts';

/*
 * The program of the thread that looks a large file through while it is in use.
 */

lowerPriority();

serveCalls((file: string, isStopped) => {
  const database = connectReader(file);
  const methods: DamageSearch = { findDamage: async () => findDamage(database, isStopped) };
  return { methods, close: async () => disconnect(database) };
});
