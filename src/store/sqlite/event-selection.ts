import type { EventFilter, EventOrder, PageRequest } from '../../domain/timeline-query.ts';
import { allOf, type Clause } from './clause.ts';
import { eventSearchStatement } from './event-search.ts';
import { type Ordering, stepOf } from './keyset.ts';
import { editionOf, partsOf, TOLD_BY } from './selection-parts.ts';
import { EVENT, type Subject } from './subject.ts';

const KEY_COLUMNS = ['key_1', 'key_2', 'id'];

function orderingOf(order: Exclude<EventOrder, 'RELEVANCE'>, { alias }: Subject): Ordering {
  return order === 'RECORDED'
    ? { columns: ['e.recorded_at', 'e.event_key', 'e.id'], descending: false }
    : {
        columns: [`${alias}.earliest_day`, `${alias}.latest_day`, `${alias}.id`],
        descending: order === 'DATE_DESC',
      };
}

/** One statement for a page: rows with `document`, `edition`, `key_1`, `key_2` and `id`, in walking order. */
export function eventPageStatement(filter: EventFilter, order: EventOrder, page: PageRequest): Clause {
  if (order === 'RELEVANCE') return eventSearchStatement(filter, page.size);
  const parts = partsOf(filter).map(({ subject, source, where }): Clause => {
    const ordering = orderingOf(order, subject);
    const step = stepOf(ordering, page);
    const { sql, values } = allOf([...where, ...step.beyond]);
    const keys = ordering.columns.map((column, index) => `${column} AS ${KEY_COLUMNS[index]}`).join(', ');
    return {
      sql: `SELECT key_1, key_2, id, event_key, edition_key FROM (SELECT ${keys}, ${TOLD_BY[subject.kind]}
        FROM ${source} WHERE ${sql} ORDER BY ${step.orderBy(ordering.columns)} ${step.limit.sql})`,
      values: [...values, ...step.limit.values],
    };
  });
  const { orderBy, limit } = stepOf(orderingOf(order, EVENT), page);
  return {
    sql: `SELECT d.document, ${editionOf(filter)} AS edition, p.key_1, p.key_2, p.id
      FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) p
      CROSS JOIN event_documents d ON d.event_key = p.event_key
      ORDER BY ${orderBy(KEY_COLUMNS.map((column) => `p.${column}`))} ${limit.sql}`,
    values: [...parts.flatMap(({ values }) => values), ...limit.values],
  };
}
