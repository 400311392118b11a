import { extname, join } from 'node:path';
import { openThreadPool } from '../../../threads/thread-pool.ts';

export type DamageSearch = { readonly findDamage: () => Promise<string | null> };

/** The program has the same place beside this file in `src/` and in `dist/`. */
const PROGRAM = join(import.meta.dirname, `damage-thread${extname(import.meta.filename)}`);

/**
 * Looks an open file through in a thread of its own, and calls `onDamage` where it finds damage, or where damage ends the
 * search. Closing waits until the present table is looked through.
 */
export function searchForDamage(file: string, onDamage: (found: string) => void): { close(): Promise<void> } {
  const pool = openThreadPool<DamageSearch>({ file: PROGRAM, data: file }, { threads: 1, waiting: 1 });
  const stopping = new AbortController();
  const search = async (): Promise<void> => {
    try {
      const found = await pool.call('findDamage', [], { signal: stopping.signal });
      if (found !== null) onDamage(found);
    } catch (error) {
      if (!stopping.signal.aborted) onDamage(error instanceof Error ? error.message : String(error));
    }
    await pool.close();
  };
  const ended = search();
  return {
    close: () => {
      stopping.abort();
      return ended;
    },
  };
}
