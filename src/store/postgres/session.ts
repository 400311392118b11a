import type { CustomTypesConfig, QueryConfig } from 'pg';
import type { BoundValue, Clause } from '../sql/clause.ts';
import { timelineScope } from './timeline-scope.ts';

/** Statements over one timeline. Statements that are asked for at once are sent at once, and answered in their order. */
export interface Session {
  /** A reading statement, whose tables `timelineScope` narrows. Values begin at `$2`, or are those of bare `?`. */
  read<Row>(sql: string, ...values: readonly BoundValue[]): Promise<readonly Row[]>;
  readClause<Row>(clause: Clause): Promise<readonly Row[]>;
  /** A writing statement, which names the timeline by `$1` itself. Returns its rows, by RETURNING. */
  write<Row>(sql: string, ...values: readonly BoundValue[]): Promise<readonly Row[]>;
}

/** A connection, or a pool of connections. */
export interface Connection {
  query(config: QueryConfig): Promise<{ readonly rows: readonly unknown[] }>;
}

export interface SessionOptions {
  readonly timeline: number;
  /** How long this program waits for an answer of the server. */
  readonly timeoutMs: number;
  /** Whether the server keeps the plans of statements for the connection. A pooler between them may not allow it. */
  readonly isPrepared: boolean;
}

/** Each connection keeps so many statements by name. */
const NAMED_STATEMENTS = 256;

const names = new Map<string, string>();

/**
 * The name of a statement on every connection; undefined for a text that comes after many others. The best plan of a search
 * depends on its words: the index finds rare words, a walk from the newest event on finds frequent words sooner.
 */
function nameOf(text: string): string | undefined {
  if (text.includes('::tsquery')) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= NAMED_STATEMENTS) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

export function sessionOver(
  connection: Connection,
  { timeline, timeoutMs, isPrepared }: SessionOptions,
): Session {
  const query = async <Row>(text: string, values: readonly BoundValue[]): Promise<readonly Row[]> => {
    const name = isPrepared ? nameOf(text) : undefined;
    const config = {
      text,
      values: [timeline, ...values.map(withoutNul)],
      ...(name !== undefined && { name }),
      query_timeout: timeoutMs,
    };
    // Rows are those of the statement, whose columns the caller knows.
    return (await connection.query(config)).rows as readonly Row[];
  };
  return {
    read: (sql, ...values) => query(timelineScope(sql), values),
    readClause: ({ sql, values }) => query(timelineScope(sql), values),
    write: (sql, ...values) => query(sql, values),
  };
}

/** PostgreSQL stores no U+0000. In documents it is escaped, so that this is about names, titles and texts that are asked for. */
const withoutNul = (value: BoundValue): unknown => {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd');
  return Array.isArray(value) ? value.map(withoutNul) : value;
};

const BOOLEAN = 16;
/** int8, int2, int4, float4, float8 and numeric. Row numbers, counts and hashes of 48 bits are exact as numbers. */
const NUMBERS = new Set([20, 21, 23, 700, 701, 1700]);

const toBit = (text: string): number => (text === 't' ? 1 : 0);
const toText = (text: string): string => text;

/** Values are those that SQLite gives: numbers, texts, and 1 or 0 for booleans. */
export const VALUE_TYPES: CustomTypesConfig = {
  getTypeParser: (oid: number) => (NUMBERS.has(oid) ? Number : oid === BOOLEAN ? toBit : toText),
};
