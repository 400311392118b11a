import type { Database } from 'better-sqlite3';
import type { CopiedRow, CopiedTable } from '../../copy/copied-tables.ts';
import { searchedEventOf } from '../../copy/searched-event.ts';
import { EVENT, SNAPSHOT } from '../../sql/subject.ts';
import { wordIndex } from '../search/word-index.ts';

type WriteRow = (row: CopiedRow) => void;

/** Adds copied rows, whose triggers count months and the events of actors. */
export function rowWriter(database: Database): (table: CopiedTable, row: CopiedRow) => void {
  const run = (sql: string): WriteRow => {
    const statement = database.prepare<CopiedRow>(sql);
    return (row) => void statement.run(row);
  };
  const eventWords = wordIndex(database, EVENT);
  const snapshotWords = wordIndex(database, SNAPSHOT);
  const writers = new Map<string, WriteRow>([
    [
      'supersessions',
      run(`UPDATE articles SET superseded_by = @superseded_by, retracted_at = @retracted_at
        WHERE article_key = @article_key`),
    ],
    ['event_search', (row) => eventWords.put(Number(row['event_key']), searchedEventOf(row))],
    ['edition_search', (row) => snapshotWords.put(Number(row['edition_key']), searchedEventOf(row))],
  ]);
  return (table, row) => {
    const write = writers.get(table.name) ?? run(insertInto(table));
    writers.set(table.name, write);
    write(row);
  };
}

/** The number of a text is made as the writer of articles makes it. */
const COMPUTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  articles: { text_key: 'row_checksum(@text)' },
};

function insertInto({ name, columns }: CopiedTable): string {
  const computed = COMPUTED[name] ?? {};
  const values = Object.keys(columns).map((column) => `@${column}`);
  return `INSERT INTO ${name} (${[...Object.keys(columns), ...Object.keys(computed)].join(', ')})
    VALUES (${[...values, ...Object.values(computed)].join(', ')})`;
}
