import type { EventFilter, EventOrder, PageRequest } from '../../../domain/query/timeline-query.ts';
import { allOf, type Clause } from '../../sql/clause.ts';
import { type Ordering, stepOf } from '../../sql/keyset.ts';
import { EVENT, type Subject } from '../../sql/subject.ts';
import { eventSearchStatement } from '../search/event-search.ts';
import { editionOf, type Part, partsOf, TOLD_BY } from './selection-parts.ts';

const KEY_COLUMNS = ['key_1', 'key_2', 'id'];

/** Where a page's documents are read from. */
export type DocumentTable = 'event_documents' | 'served_documents';

type WalkOrder = Exclude<EventOrder, 'RELEVANCE'>;

function orderingOf(order: WalkOrder, { alias }: Subject): Ordering {
  return order === 'RECORDED'
    ? { columns: ['e.recorded_at', 'e.event_key', 'e.id'], descending: false }
    : {
        columns: [`${alias}.earliest_day`, `${alias}.latest_day`, `${alias}.id`],
        descending: order === 'DATE_DESC',
      };
}

/** One statement for a page: rows with `document`, `edition`, `key_1`, `key_2` and `id`, in walking order. */
export function eventPageStatement(
  filter: EventFilter,
  order: EventOrder,
  page: PageRequest,
  documents: DocumentTable = 'event_documents',
): Clause {
  if (order === 'RELEVANCE') return eventSearchStatement(filter, page.size, documents);
  const parts = partsOf(filter);
  const [only] = parts;
  return parts.length === 1 && only?.subject.kind === 'event'
    ? walkOf(only, order, page, documents)
    : unionOf(parts, filter, order, page, documents);
}

/** Events that are found in one way are walked as they lie in its index, each with its document. */
function walkOf(
  { subject, source, where }: Part,
  order: WalkOrder,
  page: PageRequest,
  documents: DocumentTable,
): Clause {
  const ordering = orderingOf(order, subject);
  const step = stepOf(ordering, page);
  const { sql, values } = allOf([...where, ...step.beyond]);
  return {
    sql: `SELECT d.document, NULL AS edition, ${keysOf(ordering)}
      FROM ${source} CROSS JOIN ${documents} d ON d.event_key = +e.event_key
      WHERE ${sql} ORDER BY ${step.orderBy(ordering.columns)} ${step.limit.sql}`,
    values: [...values, ...step.limit.values],
  };
}

/** A page of each part, and of these the first. */
function unionOf(
  parts: readonly Part[],
  filter: EventFilter,
  order: WalkOrder,
  page: PageRequest,
  documents: DocumentTable,
): Clause {
  const pages = parts.map(({ subject, source, where }): Clause => {
    const ordering = orderingOf(order, subject);
    const step = stepOf(ordering, page);
    const { sql, values } = allOf([...where, ...step.beyond]);
    return {
      sql: `SELECT key_1, key_2, id, event_key, edition_key FROM (SELECT ${keysOf(ordering)}, ${TOLD_BY[subject.kind]}
        FROM ${source} WHERE ${sql} ORDER BY ${step.orderBy(ordering.columns)} ${step.limit.sql})`,
      values: [...values, ...step.limit.values],
    };
  });
  const { orderBy, limit } = stepOf(orderingOf(order, EVENT), page);
  return {
    sql: `SELECT d.document, ${editionOf(filter)} AS edition, p.key_1, p.key_2, p.id
      FROM (${pages.map(({ sql }) => sql).join(' UNION ALL ')}) p
      CROSS JOIN ${documents} d ON d.event_key = p.event_key
      ORDER BY ${orderBy(KEY_COLUMNS.map((column) => `p.${column}`))} ${limit.sql}`,
    values: [...pages.flatMap(({ values }) => values), ...limit.values],
  };
}

const keysOf = ({ columns }: Ordering): string =>
  columns.map((column, index) => `${column} AS ${KEY_COLUMNS[index]}`).join(', ');
