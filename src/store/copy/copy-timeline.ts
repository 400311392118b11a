import { setImmediate } from 'node:timers/promises';
import type { CopiedRow, CopiedTable, CopiedValue } from './copied-tables.ts';
import { rowsAtOnce } from './page-statement.ts';

/** One state of a timeline, whatever is changed meanwhile. */
export interface CopySource {
  readonly revision: number;
  /** Tells this state from every other one. */
  readonly state: string;
  /** The next rows of a table after a key; from the first on where it is null. */
  read(table: CopiedTable, after: CopyPlace['after'] | null, rows: number): Promise<readonly CopiedRow[]>;
  close(): Promise<void>;
}

/** The last row that was copied: its table, and its values of the key. */
export interface CopyPlace {
  readonly table: string;
  readonly after: readonly CopiedValue[];
}

/** A timeline that a copy goes into. Nothing opens it before the copy has come to its end. */
export interface CopyTarget {
  /**
   * The place at which an earlier copy of the same state was broken off. Null for a new copy, for which the rest of any earlier one
   * is removed. Throws `BAD_CONFIG` where the timeline has data of its own.
   */
  begin(state: string): Promise<CopyPlace | null>;
  /** Adds rows and notes the place, in one transaction. Throws `STORE_BUSY` where another copy has noted a later place. */
  save(table: CopiedTable, rows: readonly CopiedRow[], place: CopyPlace): Promise<void>;
  /** Makes what follows from the rows, and opens the timeline at its revision. */
  finish(revision: number): Promise<void>;
  close(): Promise<void>;
}

export interface CopyOptions {
  /** Called after each transaction, with the number of rows of the table that this run has copied. */
  readonly onProgress?: (table: string, rows: number) => void;
  /** How many rows a transaction has at most. */
  readonly rowsAtOnce?: number;
}

/** Copies table by table in the order of keys, from the place on at which an earlier run was broken off. */
export async function copyTimeline(
  source: CopySource,
  target: CopyTarget,
  tables: readonly CopiedTable[],
  { onProgress = () => {}, rowsAtOnce: limit }: CopyOptions,
): Promise<void> {
  const left = await target.begin(source.state);
  const first = left === null ? 0 : tables.findIndex(({ name }) => name === left.table);
  for (const table of tables.slice(first)) {
    const read = (after: CopyPlace['after'] | null): ReturnType<CopySource['read']> =>
      source.read(table, after, limit ?? rowsAtOnce(table));
    let rows = await read(table.name === left?.table ? left.after : null);
    let copied = 0;
    for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
      const after = table.key.map((column) => last?.[column] ?? null);
      const saved = target.save(table, rows, { table: table.name, after });
      copied += rows.length;
      // The rows go out before the next ones are read, which are read while the target saves.
      [rows] = await Promise.all([setImmediate().then(() => read(after)), saved]);
      onProgress(table.name, copied);
    }
  }
  await target.finish(source.revision);
}
