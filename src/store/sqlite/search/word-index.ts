import type { Database } from 'better-sqlite3';
import { searchTextOf } from '../../sql/event-columns.ts';
import type { WordIndex } from '../../sql/save-order.ts';
import type { Subject } from '../../sql/subject.ts';

/**
 * FTS5 stores the words of one transaction as one segment, but a statement on another table in between may end the
 * segment: write words last and together.
 */
export function wordIndex(database: Database, { kind }: Subject): WordIndex {
  const put = database.prepare<[number, string, string]>(
    `INSERT OR REPLACE INTO ${kind}_search (rowid, title, quotes) VALUES (?, ?, ?)`,
  );
  const remove = database.prepare<[number]>(`DELETE FROM ${kind}_search WHERE rowid = ?`);
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

/**
 * The FTS5 expression that matches all words of a text. Each word is a quoted phrase, so that none of its characters is
 * FTS5 syntax: `Putin's "red lines"` asks for the phrase `putin s`, and for `red` and `lines`. Null for a text without
 * words. https://sqlite.org/fts5.html#fts5_strings
 */
export function searchExpressionOf(text: string): string | null {
  const words = text.split(/[\s\0]+/u).filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word));
  return words.length === 0 ? null : [...new Set(words)].map(quoted).join(' ');
}

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;
