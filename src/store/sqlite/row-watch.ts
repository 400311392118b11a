import type { Database } from 'better-sqlite3';

/** The SQL function that a statement asks whether it may look at more rows. */
export const GOES_ON = 'goes_on';

/** A call costs as much as some ten rows. A statement asks at each row whose key is a multiple of this number. */
export const ROWS_A_LOOK = 64;

/** Asked by long statements now and then; throws to stop them. */
export type RowWatch = () => void;

/** Lets statements that read many rows be stopped: better-sqlite3 itself cannot interrupt one. */
export function watchRows(database: Database, watch: RowWatch): void {
  database.function(GOES_ON, () => {
    watch();
    return 1;
  });
}

/** The rows that the reads of one answer may still look at, all together. */
export interface RowPurse {
  left: number;
}

/** A number of rows that a read may look at. */
export interface RowBudget {
  readonly watch: RowWatch;
  /**
   * Makes a read, whose statements run before it returns; throws `TooManyRows` where the budget or the purse does not suffice. The
   * rows are taken from the purse.
   */
  spend<T>(read: () => T, purse?: RowPurse): T;
}

/** The read would look at more rows than its thread has time for. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

/** Reads outside `spend` may look at any number of rows. */
export function rowBudget(rows: number): RowBudget {
  let left = Number.POSITIVE_INFINITY;
  return {
    watch: () => {
      left -= ROWS_A_LOOK;
      if (left < 0) throw new TooManyRows('a read looks at too many rows');
    },
    spend: (read, purse = { left: rows }) => {
      const given = Math.min(rows, purse.left);
      left = given;
      try {
        return read();
      } finally {
        purse.left -= given - Math.max(0, left);
        left = Number.POSITIVE_INFINITY;
      }
    },
  };
}
