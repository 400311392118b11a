import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../domain/event.ts';
import { searchTextOf } from './event-columns.ts';

/**
 * Keeps the full-text index in step with the documents. FTS5 gathers what one transaction writes and stores it as one
 * segment, but a statement on another table in between may make it store what it has: write words last and together.
 */
export interface WordIndex {
  put(eventKey: number, event: TimelineEvent): void;
  remove(eventKey: number): void;
}

export function wordIndex(database: Database): WordIndex {
  const put = database.prepare<[number, string, string]>(
    'INSERT OR REPLACE INTO event_search (rowid, title, quotes) VALUES (?, ?, ?)',
  );
  const remove = database.prepare<[number]>('DELETE FROM event_search WHERE rowid = ?');
  return {
    put: (eventKey, event) => {
      const { title, quotes } = searchTextOf(event);
      put.run(eventKey, title, quotes);
    },
    remove: (eventKey) => {
      remove.run(eventKey);
    },
  };
}
