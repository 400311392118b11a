import type { MonthDay } from '../../domain/query/timeline-query.ts';
import type { Clause } from './clause.ts';
import type { Subject } from './subject.ts';

/** A span of so many days, both ends counted, has every day of the year in it but 29 February. */
const WHOLE_YEAR = 366;
/** The longest that two of those lie apart, around a century that is no leap year: eight years. */
const LONGEST_WAIT = 2922;

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * The days between an event's first and last possible one include that day of some year. A long span has it for sure; in
 * a shorter one it is looked for in the years from the first day on. SQLite reads 29 February of other years as 1 March.
 */
export function couldLieOn({ month, day }: MonthDay, { alias }: Subject): Clause {
  const monthDay = `${two(month)}-${two(day)}`;
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
    values: [isLeapDay ? LONGEST_WAIT : WHOLE_YEAR, JSON.stringify(years), monthDay, monthDay, monthDay],
  };
}
