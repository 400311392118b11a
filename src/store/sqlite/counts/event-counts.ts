import type { EventFilter } from '../../../domain/query/timeline-query.ts';
import { allOf, type Clause } from '../../sql/clause.ts';
import { partsOf } from '../read/selection-parts.ts';

/** All events by the months that are kept of them, a few thousand rows: what an index has of them grows with the store. */
export const ALL_EVENTS = '(SELECT coalesce(sum(h.count), 0) FROM event_months h)';

/** One statement with one row and one column, `count`. */
export function eventCountStatement(filter: EventFilter): Clause {
  if (Object.keys(filter).length === 0) return { sql: `SELECT ${ALL_EVENTS} AS count`, values: [] };
  const parts = partsOf(filter).map(({ source, where }): Clause => {
    const { sql, values } = allOf(where);
    return { sql: `(SELECT count(*) FROM ${source} WHERE ${sql})`, values };
  });
  return {
    sql: `SELECT ${parts.map(({ sql }) => sql).join(' + ')} AS count`,
    values: parts.flatMap(({ values }) => values),
  };
}

/** One statement with a row for each pair of first and last day that occurs: `earliestDay`, `latestDay` and `count`, in their order. */
export function eventBoundsStatement(filter: EventFilter): Clause {
  const parts = partsOf(filter).map((part): Clause => {
    const { alias } = part.subject;
    const { sql, values } = allOf(part.where);
    const bounds = `${alias}.earliest_day AS earliestDay, ${alias}.latest_day AS latestDay`;
    return {
      sql: `SELECT ${bounds}, count(*) AS count FROM ${part.source} WHERE ${sql} GROUP BY 1, 2`,
      values,
    };
  });
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return { ...only, sql: `${only.sql} ORDER BY 1, 2` };
  return {
    sql: `SELECT p.earliestDay, p.latestDay, sum(p.count) AS count
      FROM (${unionOf(parts)}) p GROUP BY 1, 2 ORDER BY 1, 2`,
    values: parts.flatMap(({ values }) => values),
  };
}

export const unionOf = (parts: readonly Clause[]): string => parts.map(({ sql }) => sql).join(' UNION ALL ');
