import { crc32 } from 'node:zlib';
import type { ColumnType, CopiedRow, CopiedTable, CopiedValue } from '../../copy/copied-tables.ts';
import { searchedEventOf } from '../../copy/searched-event.ts';
import { searchVectorOf } from '../search/words.ts';
import type { Session } from '../session.ts';
import { arrayLiteral } from '../write/array-literal.ts';

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
    change: ({ keys }) => {
      const pairs: readonly (readonly [number, number])[] = parsed(keys);
      return { keys: arrayLiteral(pairs.map(([key]) => key)) };
    },
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

/** Adds rows by one statement. */
export async function writeRows(
  session: Session,
  { name, columns: read }: CopiedTable,
  rows: readonly CopiedRow[],
): Promise<void> {
  const { columns: more = {}, change = () => ({}), casts = {} } = WRITINGS[name] ?? {};
  const columns = Object.entries({ ...read, ...more }).filter(
    ([column]) => !UNSTORED[name]?.includes(column),
  );
  const names = columns.map(([column]) => column).join(', ');
  const arrays = columns.map(([, type], index) => `$${index + 2}::${type}[]`).join(', ');
  const given = `unnest(${arrays}) g (${names})`;
  const values = columns.map(([column]) => (casts[column] ? `g.${column}::${casts[column]}` : `g.${column}`));
  const sql =
    name === 'supersessions'
      ? `UPDATE articles a ${SUPERSEDE} FROM ${given} WHERE a.timeline_id = $1 AND a.article_key = g.article_key`
      : `INSERT INTO ${name} (timeline_id, ${names}) SELECT $1::integer, ${values.join(', ')} FROM ${given}`;
  const written = rows.map((row): CopiedRow => ({ ...row, ...change(row) }));
  await session.write(sql, ...columns.map(([column, type]) => arrayOf(written, column, type)));
}

function arrayOf(
  rows: readonly CopiedRow[],
  column: string,
  type: ColumnType,
): readonly (string | null)[] | readonly (number | null)[] {
  const values = rows.map((row) => row[column] ?? null);
  return type === 'text'
    ? values.map((value) => (value === null ? null : String(value)))
    : values.map((value) => (value === null ? null : Number(value)));
}
