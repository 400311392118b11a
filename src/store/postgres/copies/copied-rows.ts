import { crc32 } from 'node:zlib';
import type { ColumnType, CopiedRow, CopiedTable, CopiedValue } from '../../copy/copied-tables.ts';
import { searchedEventOf } from '../../copy/searched-event.ts';
import type { BoundValue } from '../../sql/clause.ts';
import { searchVectorOf } from '../search/words.ts';
import type { Session } from '../session.ts';
import { arrayLiteral } from '../write/array-literal.ts';
import { arrayOfList, documentList } from '../write/document-list.ts';

/** How rows are written that differ from those that were read. */
interface Writing {
  /** The columns besides. */
  readonly columns?: Readonly<Record<string, ColumnType>>;
  /** The values that differ. */
  readonly change: (row: CopiedRow) => CopiedRow;
  /** The types of columns that are sent as texts. */
  readonly casts?: Readonly<Record<string, string>>;
}

const parsed = (value: CopiedValue | undefined) => JSON.parse(String(value));

const WRITINGS: Readonly<Record<string, Writing>> = {
  articles: {
    columns: { text_key: 'bigint' },
    change: ({ text }) => ({ text_key: text == null ? null : crc32(String(text)) }),
  },
  mention_versions: {
    columns: { article_id: 'text' },
    change: ({ document }) => ({ article_id: parsed(document).article.id }),
  },
  event_versions: {
    change: ({ mentions }) => ({ mentions: mentions == null ? null : arrayLiteral(parsed(mentions)) }),
    casts: { mentions: 'integer[]' },
  },
  event_editions: {
    columns: { confidence: 'float8', source_count: 'bigint' },
    change: ({ document }) => {
      const { confidence, sourceCount } = parsed(document);
      return { confidence, source_count: sourceCount };
    },
  },
  join_accounts: {
    change: ({ keys }) => ({ keys: arrayLiteral(parsed(keys)) }),
    casts: { keys: 'bigint[]' },
  },
  ...Object.fromEntries(
    ['event_search', 'edition_search'].map((name) => [
      name,
      {
        columns: { words: 'text' },
        change: (row: CopiedRow) => ({ words: searchVectorOf(searchedEventOf(row)) }),
        casts: { words: 'tsvector' },
      } as const,
    ]),
  ),
};

/** Columns that words are made of. */
const UNSTORED: Readonly<Record<string, readonly string[]>> = {
  event_search: ['document'],
  edition_search: ['from_day', 'snapshot', 'document'],
};

const SUPERSEDE = 'SET superseded_by = g.superseded_by, retracted_at = g.retracted_at';

/** The marker of a copy: its name, its value, and the value that it gets. */
export type MarkMove = readonly [name: string, from: string, to: string];

/** A row where the marker had its value. */
const MOVE_MARK = `
  UPDATE markers SET value = $4 WHERE timeline_id = $1 AND name = $2 AND value = $3 RETURNING 1`;
const FIRST_ARRAY = 5;

/** Adds rows and moves the marker by one statement; false, with nothing changed, where the marker has another value. */
export async function writeRows(
  session: Session,
  { name, columns: read }: CopiedTable,
  rows: readonly CopiedRow[],
  mark: MarkMove,
): Promise<boolean> {
  const { columns: more = {}, change = () => ({}), casts = {} } = WRITINGS[name] ?? {};
  const columns = Object.entries({ ...read, ...more }).filter(
    ([column]) => !UNSTORED[name]?.includes(column),
  );
  const names = columns.map(([column]) => column).join(', ');
  const arrays = columns.map(([column, type], index) => {
    const placeholder = `$${FIRST_ARRAY + index}`;
    return column === DOCUMENT ? arrayOfList(placeholder) : `${placeholder}::${type}[]`;
  });
  const given = `moved CROSS JOIN unnest(${arrays.join(', ')}) g (${names})`;
  const values = columns.map(([column]) => (casts[column] ? `g.${column}::${casts[column]}` : `g.${column}`));
  const write =
    name === 'supersessions'
      ? `UPDATE articles a ${SUPERSEDE} FROM ${given} WHERE a.timeline_id = $1 AND a.article_key = g.article_key`
      : `INSERT INTO ${name} (timeline_id, ${names}) SELECT $1::integer, ${values.join(', ')} FROM ${given}`;
  const written = rows.map((row): CopiedRow => ({ ...row, ...change(row) }));
  const moved = await session.write(
    `WITH moved AS (${MOVE_MARK}), written AS (${write}) SELECT 1 FROM moved`,
    ...mark,
    ...columns.map(([column, type]) => arrayOf(written, column, type)),
  );
  return moved.length > 0;
}

const DOCUMENT = 'document';

function arrayOf(rows: readonly CopiedRow[], column: string, type: ColumnType): BoundValue {
  const values = rows.map((row) => row[column] ?? null);
  if (type !== 'text') return values.map((value) => (value === null ? null : Number(value)));
  const texts = values.map((value) => (value === null ? null : String(value)));
  return column === DOCUMENT ? documentList(texts) : texts;
}
