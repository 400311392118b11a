import { TimelineError } from '../../domain/errors.ts';
import type { Page, PageRequest, Position } from '../../domain/query/timeline-query.ts';
import { allOf, type Clause } from './clause.ts';

/** A total order: its columns all rise or all fall, and the last of them is the id. */
export interface Ordering {
  readonly columns: readonly string[];
  readonly descending: boolean;
}

/** One step of a keyset walk: the rows beyond a position, nearest first, and one row more than the page shows. */
export interface Step {
  readonly beyond: readonly Clause[];
  /** The words of ORDER BY for columns of these names, which need not be those of the ordering. */
  readonly orderBy: (columns: readonly string[]) => string;
  readonly limit: number;
}

/** Throws `BAD_CURSOR` for a position of another order. */
export function stepOf({ columns, descending }: Ordering, page: PageRequest): Step {
  const falling = descending !== (page.direction === 'BACKWARD');
  const position = page.direction === 'BACKWARD' ? page.before : page.after;
  return {
    beyond: position === null ? [] : [beyond(columns, falling ? '<' : '>', position)],
    orderBy: (names) => names.map((name) => (falling ? `${name} DESC` : name)).join(', '),
    limit: page.size + 1,
  };
}

/** The rows of one table in an order, beyond the position of a page. */
export function pageStatement(
  select: string,
  where: readonly Clause[],
  ordering: Ordering,
  page: PageRequest,
): Clause {
  const step = stepOf(ordering, page);
  const { sql, values } = allOf([...where, ...step.beyond]);
  return {
    sql: `${select} WHERE ${sql} ORDER BY ${step.orderBy(ordering.columns)} LIMIT ?`,
    values: [...values, step.limit],
  };
}

function beyond(columns: readonly string[], operator: '<' | '>', { keys, id }: Position): Clause {
  const values = [...keys, id];
  if (values.length !== columns.length)
    throw new TimelineError('BAD_CURSOR', `a position in this order has ${columns.length - 1} keys`);
  const placeholders = values.map(() => '?').join(', ');
  return { sql: `(${columns.join(', ')}) ${operator} (${placeholders})`, values };
}

/**
 * The page made of the rows of a step. A page after a position always has a previous page, and a page before a position a
 * next page. Relay allows that: the row of the position lies there, or did.
 */
export function pageOf<Row, T>(
  rows: readonly Row[],
  page: PageRequest,
  toItem: (row: Row) => { readonly node: T; readonly position: Position },
): Page<T> {
  const goesOn = rows.length > page.size;
  const items = rows.slice(0, page.size).map(toItem);
  return page.direction === 'FORWARD'
    ? { items, hasNextPage: goesOn, hasPreviousPage: page.after !== null }
    : { items: items.reverse(), hasNextPage: page.before !== null, hasPreviousPage: goesOn };
}
