import type { Database } from 'better-sqlite3';
import { markers } from './read/read-state.ts';

const NAME = 'last-purge';

/** The revision of the last purge. Each connection sees by it that keys of mentions were freed. */
export function lastPurge(database: Database): {
  read(): string | undefined;
  write(revision: number): void;
} {
  const marker = markers(database);
  return { read: () => marker.read(NAME), write: (revision) => marker.write(NAME, String(revision)) };
}
