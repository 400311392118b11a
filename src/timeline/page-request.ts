import { TimelineError } from '../domain/errors.ts';
import type { Page, PageRequest, Position } from '../domain/timeline-query.ts';
import { type CursorScope, decodeCursor, encodeCursor } from './cursor.ts';
import type { Connection, PageArguments } from './timeline.ts';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/**
 * Relay's four arguments as a keyset walk: `first`/`after` forward, `last`/`before` backward, 20 rows where no number
 * is given. Throws `BAD_PAGE` for sizes outside 0–100 and for arguments of both directions, `BAD_CURSOR` for a cursor
 * of another list.
 */
export function pageRequestOf(page: PageArguments, scope: CursorScope): PageRequest {
  const { first, after, last, before } = page;
  const backward = last !== undefined || before !== undefined;
  if (backward && (first !== undefined || after !== undefined))
    throw new TimelineError('BAD_PAGE', 'first and after walk forward, last and before backward: not both');
  const size = checkedSize(backward ? 'last' : 'first', (backward ? last : first) ?? DEFAULT_PAGE_SIZE);
  return backward
    ? { direction: 'BACKWARD', size, before: before === undefined ? null : decodeCursor(scope, before) }
    : { direction: 'FORWARD', size, after: after === undefined ? null : decodeCursor(scope, after) };
}

/** A page of the store in Relay's shape, every edge with the cursor of its own position: made when it is read, for each is a hash. */
export function connectionOf<T>(page: Page<T>, scope: CursorScope): Connection<T> {
  const cursorOf = (position: Position): string => encodeCursor(scope, position);
  const [first, last] = [page.items.at(0), page.items.at(-1)];
  return {
    edges: page.items.map(({ node, position }) => ({
      node,
      get cursor() {
        return cursorOf(position);
      },
    })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      get startCursor() {
        return first === undefined ? null : cursorOf(first.position);
      },
      get endCursor() {
        return last === undefined ? null : cursorOf(last.position);
      },
    },
  };
}

/** Throws `BAD_PAGE` for a number of entries that is not from 0 to 100. */
export function checkedSize(name: 'first' | 'last' | 'before' | 'after', size: number): number {
  if (!Number.isInteger(size) || size < 0 || size > MAX_PAGE_SIZE)
    throw new TimelineError('BAD_PAGE', `${name} is ${size}, not a whole number from 0 to ${MAX_PAGE_SIZE}`, {
      details: { [name]: size },
    });
  return size;
}
