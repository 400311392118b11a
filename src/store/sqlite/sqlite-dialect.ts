import type { MonthDay } from '../../domain/query/timeline-query.ts';
import type { Clause } from '../sql/clause.ts';
import type { Dialect } from '../sql/dialect.ts';
import { sourceOf } from '../sql/selection-parts.ts';
import type { Subject } from '../sql/subject.ts';
import { GOES_ON, ROWS_A_LOOK } from './row-watch.ts';
import { searchExpressionOf } from './search/word-index.ts';

/** SQLite's spelling. */
export const SQLITE: Dialect = {
  // The optimizer never reorders the tables of a CROSS JOIN (https://sqlite.org/optoverview.html#crossjoin).
  orderedJoin: 'CROSS JOIN',
  watched: (key) => ({ sql: `(${key} % ${ROWS_A_LOOK} != 0 OR ${GOES_ON}())`, values: [] }),
  unsearched: (column) => `+${column}`,
  // The spans come first, so that each of them is one search in the index.
  bySpan: (subject, conditions) => ({
    source: { sql: `event_spans s CROSS JOIN ${sourceOf(SQLITE, subject)}`, values: [] },
    where: conditions,
  }),
  limited: ({ sql, values }, rows) => ({ sql: `${sql} LIMIT ?`, values: [...values, rows] }),
  isAmong: (column, keys) => `${column} IN (${keys})`,
  // A list is a single value, so that its length does not change the statement.
  tableOf: (values) => ({ sql: 'json_each(?) j', values: [JSON.stringify(values)] }),
  numberOfSnapshot: (property) => `json_extract(n.document, '$.${property}')`,
  hasWords: ({ alias, kind }, text) => {
    const expression = searchExpressionOf(text);
    if (expression === null) return { sql: 'FALSE', values: [] };
    const found = `SELECT t.rowid FROM ${kind}_search t WHERE t.${kind}_search MATCH ? AND ${SQLITE.watched('t.rowid').sql}`;
    return { sql: `${alias}.${kind}_key IN (${found})`, values: [expression] };
  },
  couldLieOn,
};

/** A span of so many days, both ends counted, contains every day of the year but 29 February. */
const DAYS_OF_LEAP_YEAR = 366;
/** The most days between two of those, around a century that is no leap year: eight years. */
const DAYS_BETWEEN_LEAP_DAYS = 2922;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/**
 * A long span contains the day for sure. In a shorter span the day is looked for in the years from the first day on.
 * SQLite reads 29 February of other years as 1 March.
 */
function couldLieOn({ month, day }: MonthDay, { alias }: Subject): Clause {
  const monthDay = `${twoDigits(month)}-${twoDigits(day)}`;
  const isLeapDay = monthDay === '02-29';
  const first = `${alias}.earliest_day`;
  const last = `${alias}.latest_day`;
  const years = Array.from({ length: isLeapDay ? 9 : 2 }, (_, index) => index);
  const candidate = `date(printf('%04d-', strftime('%Y', ${first} * 86400, 'unixepoch') + y.value) || ?)`;
  return {
    sql: `(${last} - ${first} >= ? OR EXISTS (
      SELECT 1 FROM json_each(?) y WHERE ${candidate}
        BETWEEN date(${first} * 86400, 'unixepoch') AND date(${last} * 86400, 'unixepoch')
        AND substr(${candidate}, 6) = ?))`,
    values: [
      isLeapDay ? DAYS_BETWEEN_LEAP_DAYS : DAYS_OF_LEAP_YEAR,
      JSON.stringify(years),
      monthDay,
      monthDay,
      monthDay,
    ],
  };
}
