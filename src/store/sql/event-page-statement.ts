import type { EventFilter, EventOrder, PageRequest } from '../../domain/query/timeline-query.ts';
import type { DocumentKind } from '../port/event-documents.ts';
import { allOf, type Clause, unionOf } from './clause.ts';
import type { Dialect } from './dialect.ts';
import { type Ordering, stepOf } from './keyset.ts';
import { FOUND_KEYS, type Part, partsOf, snapshotOf } from './selection-parts.ts';
import { EVENT, type Subject } from './subject.ts';

/** The tables that the documents of a page are read from. */
export const DOCUMENT_TABLES = {
  FULL: 'event_documents',
  PUBLIC: 'served_documents',
} as const satisfies Record<DocumentKind, string>;

type WalkOrder = Exclude<EventOrder, 'RELEVANCE'>;

const KEY_COLUMNS = ['key_1', 'key_2', 'id'];

const orderingOf = (order: WalkOrder, { alias }: Subject): Ordering =>
  order === 'RECORDED'
    ? { columns: ['e.recorded_at', 'e.event_key', 'e.id'], descending: false }
    : {
        columns: [`${alias}.earliest_day`, `${alias}.latest_day`, `${alias}.id`],
        descending: order === 'DATE_DESC',
      };

/** One statement for a page: rows with `document`, `snapshot`, `key_1`, `key_2` and `id`, in walking order. */
export function eventPageStatement(
  dialect: Dialect,
  filter: EventFilter,
  order: WalkOrder,
  page: PageRequest,
  documents: DocumentKind,
): Clause {
  const parts = partsOf(dialect, filter);
  const [only] = parts;
  return parts.length === 1 && only?.subject.kind === 'event'
    ? pageOfPart(dialect, only, order, page, documents)
    : pageOfParts(dialect, parts, filter, order, page, documents);
}

/** A single part is walked in the order of its index, each event with its document. */
function pageOfPart(
  { orderedJoin, limited }: Dialect,
  { subject, source, where }: Part,
  order: WalkOrder,
  page: PageRequest,
  documents: DocumentKind,
): Clause {
  const ordering = orderingOf(order, subject);
  const step = stepOf(ordering, page);
  const { sql, values } = allOf([...where, ...step.beyond]);
  const found = {
    sql: `SELECT d.document, NULL AS snapshot, ${keysOf(ordering)}
      FROM ${source.sql} ${orderedJoin} ${DOCUMENT_TABLES[documents]} d ON d.event_key = +e.event_key
      WHERE ${sql} ORDER BY ${step.orderBy(ordering.columns)}`,
    values: [...source.values, ...values],
  };
  return limited(found, step.limit);
}

/** Takes a page of each part, and of all these the first events. */
function pageOfParts(
  { orderedJoin, limited }: Dialect,
  parts: readonly Part[],
  filter: EventFilter,
  order: WalkOrder,
  page: PageRequest,
  documents: DocumentKind,
): Clause {
  const pages = parts.map(({ subject, source, where }): Clause => {
    const ordering = orderingOf(order, subject);
    const step = stepOf(ordering, page);
    const { sql, values } = allOf([...where, ...step.beyond]);
    const found = limited(
      {
        sql: `SELECT ${keysOf(ordering)}, ${FOUND_KEYS[subject.kind]}
          FROM ${source.sql} WHERE ${sql} ORDER BY ${step.orderBy(ordering.columns)}`,
        values: [...source.values, ...values],
      },
      step.limit,
    );
    return { ...found, sql: `SELECT key_1, key_2, id, event_key, edition_key FROM (${found.sql})` };
  });
  const { sql, values } = unionOf(pages);
  const { orderBy, limit } = stepOf(orderingOf(order, EVENT), page);
  const found = {
    sql: `SELECT d.document, ${snapshotOf(filter)} AS snapshot, p.key_1, p.key_2, p.id
      FROM (${sql}) p ${orderedJoin} ${DOCUMENT_TABLES[documents]} d ON d.event_key = p.event_key
      ORDER BY ${orderBy(KEY_COLUMNS.map((column) => `p.${column}`))}`,
    values,
  };
  return limited(found, limit);
}

const keysOf = ({ columns }: Ordering): string =>
  columns.map((column, index) => `${column} AS ${KEY_COLUMNS[index]}`).join(', ');
