import { fork } from 'node:child_process';
import { extname, join } from 'node:path';

/** The program has the same place beside this file in `src/` and in `dist/`. */
const PROGRAM = join(import.meta.dirname, `damage-process${extname(import.meta.filename)}`);

/**
 * Looks an open file through in a process of its own, and calls `onDamage` where it finds damage, or where damage ends the search.
 * SQLite looks a whole table through in one statement. That takes seconds, and nothing but the end of the process ends it earlier.
 */
export function searchForDamage(file: string, onDamage: (found: string) => void): { close(): Promise<void> } {
  const search = fork(PROGRAM, [file], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => {
    // A machine without room for a process looks nothing through.
    search.on('error', () => resolve());
    search.on('exit', (_, signal) => {
      if (signal !== null && signal !== 'SIGKILL') onDamage(`the search ended with ${signal}`);
      resolve();
    });
  });
  search.on('message', (found: string | null) => {
    if (found !== null) onDamage(found);
  });
  return {
    close: () => {
      search.kill('SIGKILL');
      return ended;
    },
  };
}
