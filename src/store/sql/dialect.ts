import type { MonthDay } from '../../domain/query/timeline-query.ts';
import type { Clause } from './clause.ts';
import type { Subject } from './subject.ts';

/** Tables and the conditions on their rows. */
export interface Selected {
  readonly source: Clause;
  readonly where: readonly Clause[];
}

/** The SQL that is spelled differently by each database. Placeholders are `?` in all of them. */
export interface Dialect {
  /** Joins two tables by ON and reads the left one first. */
  readonly orderedJoin: string;
  /**
   * A condition that always holds, with the key of the row. It stops a statement that looks at too many rows or takes too
   * long. It stands before all other conditions, so that it is asked for rows that these refuse, too.
   */
  watched(key: string): Clause;
  /** A column that no index is searched by. */
  unsearched(column: string): string;
  /** The rows of a subject that fulfil conditions on their span and days, each length of span searched for in the index by span. */
  bySpan(subject: Subject, conditions: readonly Clause[]): Selected;
  /** The first rows of a statement that ends with ORDER BY, this many at most. */
  limited(ordered: Clause, rows: number): Clause;
  /** The column is one of the keys that a statement finds, which is read once. */
  isAmong(column: string, keys: string): string;
  /** A table `j` with the values in its column `value`. */
  tableOf(values: readonly string[]): Clause;
  /** The expression of a number of a snapshot `n`. */
  numberOfSnapshot(property: 'confidence' | 'sourceCount'): string;
  /** The subject has all words of the text, which has some. */
  hasWords(subject: Subject, text: string): Clause;
  /** The days between the first and the last possible day of the subject include that day of some year. */
  couldLieOn(day: MonthDay, subject: Subject): Clause;
}
