import type { MonthDay } from '../../domain/query/timeline-query.ts';
import { allOf, type Clause } from '../sql/clause.ts';
import type { Dialect } from '../sql/dialect.ts';
import { VISIBLE } from '../sql/selection-parts.ts';
import type { Subject } from '../sql/subject.ts';
import { searchExpressionOf } from './search/words.ts';

/** PostgreSQL's spelling. */
export const POSTGRES: Dialect = {
  orderedJoin: 'JOIN',
  // The server ends a statement that takes too long.
  watched: () => ({ sql: 'TRUE', values: [] }),
  unsearched: (column) => column,
  // LIMIT ALL keeps the planner from walking all earlier rows in the order of the page instead.
  bySpan: ({ kind }, conditions) => {
    const found = allOf(kind === 'event' ? [VISIBLE, ...conditions] : conditions);
    const rows = (table: string, alias: string) =>
      `event_spans s CROSS JOIN LATERAL (SELECT ${alias}.* FROM ${table} ${alias} WHERE ${found.sql} LIMIT ALL) ${alias}`;
    return {
      source: {
        sql:
          kind === 'event'
            ? rows('events', 'e')
            : `${rows('event_editions', 'n')} JOIN events e ON e.event_key = n.event_key`,
        values: found.values,
      },
      where: [],
    };
  },
  // The planner takes a bare `LIMIT ?` for a tenth of all rows. A plan for any values then seems so dear that each page is planned
  // anew, which takes longer than reading it.
  limited: ({ sql, values }, rows) => ({
    sql: `SELECT f.* FROM (${sql} LIMIT ${roomFor(rows)}) f LIMIT ?`,
    values: [...values, rows],
  }),
  // Behind IN, the keys may be found anew for each row.
  isAmong: (column, keys) => `${column} = ANY(ARRAY(${keys}))`,
  tableOf: (values) => ({ sql: 'unnest(?::text[]) j(value)', values: [values] }),
  numberOfSnapshot: (property) => (property === 'confidence' ? 'n.confidence' : 'n.source_count'),
  hasWords: ({ alias, kind }, text) => {
    const expression = searchExpressionOf(text);
    if (expression === null) return { sql: 'FALSE', values: [] };
    return {
      sql: `${alias}.${kind}_key IN (SELECT t.${kind}_key FROM ${kind}_search t WHERE t.words @@ ?::tsquery)`,
      values: [expression],
    };
  },
  couldLieOn,
};

/** Most pages have room in this. Larger ones have few different statements, because each is twice as large as the one before. */
const ROOM = 128;

const roomFor = (rows: number): number => ROOM * 2 ** Math.max(0, Math.ceil(Math.log2(rows / ROOM)));

/** A span of so many days, both ends counted, contains every day of the year but 29 February. */
const DAYS_OF_LEAP_YEAR = 366;
/** The most days between two of those, around a century that is no leap year: eight years. */
const DAYS_BETWEEN_LEAP_DAYS = 2922;
const LEAP_DAY = 229;

const dateOf = (day: string): string => `(date '1970-01-01' + ${day})`;
const yearOf = (day: string): string => `extract(year FROM ${dateOf(day)})::integer`;
const monthDayOf = (day: string): string =>
  `(extract(month FROM ${dateOf(day)}) * 100 + extract(day FROM ${dateOf(day)}))::integer`;

/** The leap years up to a year. */
const leapYears = (year: string): string => `((${year}) / 4 - (${year}) / 100 + (${year}) / 400)`;

/** The number of 29 Februaries up to a day: that of its year counts from this day of the year on. */
const leapDays = (day: string, countsFrom: number): string =>
  leapYears(`${yearOf(day)} - CASE WHEN ${monthDayOf(day)} >= ${countsFrom} THEN 0 ELSE 1 END`);

/** A long span contains the day for sure. A shorter span has its ends in one year, or in two that follow each other. */
function couldLieOn({ month, day }: MonthDay, { alias }: Subject): Clause {
  const wanted = month * 100 + day;
  const [first, last] = [`${alias}.earliest_day`, `${alias}.latest_day`];
  if (wanted === LEAP_DAY)
    return {
      sql: `(${last} - ${first} >= ${DAYS_BETWEEN_LEAP_DAYS}
        OR ${leapDays(last, LEAP_DAY)} > ${leapDays(first, LEAP_DAY + 1)})`,
      values: [],
    };
  return {
    sql: `(${last} - ${first} >= ${DAYS_OF_LEAP_YEAR} OR CASE WHEN ${yearOf(first)} = ${yearOf(last)}
      THEN ? >= ${monthDayOf(first)} AND ? <= ${monthDayOf(last)}
      ELSE ? >= ${monthDayOf(first)} OR ? <= ${monthDayOf(last)} END)`,
    values: [wanted, wanted, wanted, wanted],
  };
}
