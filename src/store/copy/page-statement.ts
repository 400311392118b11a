import type { CopiedTable } from './copied-tables.ts';

/** The rows of a table after a key, or from the first one on. Values are those of the key, and the number of rows. */
export function pageStatement(
  { source, where, key, columns, expressions }: CopiedTable,
  dialect: Readonly<Record<string, string>>,
  isFirst: boolean,
): string {
  const selected = Object.keys(columns).map(
    (column) => `${dialect[column] ?? expressions[column] ?? `t.${column}`} AS ${column}`,
  );
  const order = key.map((column) => `t.${column}`).join(', ');
  const after = isFirst ? '' : ` AND (${order}) > (${key.map(() => '?').join(', ')})`;
  return `SELECT ${selected.join(', ')} FROM ${source} WHERE ${where}${after} ORDER BY ${order} LIMIT ?`;
}

/** An unusual article has megabytes. */
const ROWS_WITH_TEXTS = 200;
const ROWS = 5000;

/** How many rows of a table are copied in one transaction. */
export const rowsAtOnce = ({ columns }: CopiedTable): number =>
  'document' in columns || 'text' in columns || 'before' in columns ? ROWS_WITH_TEXTS : ROWS;
