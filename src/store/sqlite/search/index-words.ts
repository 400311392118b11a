import type { Database } from 'better-sqlite3';
import type { DerivedEvent } from '../../../domain/event/event.ts';
import { searchTextOf } from '../../sql/event-columns.ts';

/**
 * Keeps the full-text index in step with the documents. FTS5 gathers what one transaction writes and stores it as one
 * segment, but a statement on another table in between may make it store what it has: write words last and together.
 */
export interface WordIndex {
  put(key: number, event: DerivedEvent): void;
  remove(key: number): void;
}

export function wordIndex(database: Database, owner: 'event' | 'edition'): WordIndex {
  const put = database.prepare<[number, string, string]>(
    `INSERT OR REPLACE INTO ${owner}_search (rowid, title, quotes) VALUES (?, ?, ?)`,
  );
  const remove = database.prepare<[number]>(`DELETE FROM ${owner}_search WHERE rowid = ?`);
  return {
    put: (key, event) => {
      const { title, quotes } = searchTextOf(event);
      put.run(key, title, quotes);
    },
    remove: (key) => {
      remove.run(key);
    },
  };
}
