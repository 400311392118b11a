import { TimelineError } from '../../domain/errors.ts';
import type { EventFilter, EventOrder, PageRequest } from '../../domain/query/timeline-query.ts';
import type { PageArguments } from '../timeline.ts';
import { type CursorScope, decodeCursor } from './cursor.ts';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/**
 * Relay's four arguments as a keyset walk: `first`/`after` forward, `last`/`before` backward, 20 rows by default. Throws
 * `BAD_PAGE` for sizes outside 0–100 and for arguments of both directions, `BAD_CURSOR` for a cursor of another list.
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

/** Checks a number of entries; `BAD_PAGE` outside 0–100. */
export function checkedSize(name: 'first' | 'last' | 'before' | 'after' | 'days', size: number): number {
  if (!Number.isInteger(size) || size < 0 || size > MAX_PAGE_SIZE)
    throw new TimelineError('BAD_PAGE', `${name} is ${size}, not a whole number from 0 to ${MAX_PAGE_SIZE}`, {
      details: { [name]: size },
    });
  return size;
}

/**
 * Checks a list by relevance, which is one page of the best matches of a text, without cursors. Throws `BAD_FILTER` without a
 * text, `BAD_PAGE` for any argument but `first`.
 */
export function requireOnePage({ text }: EventFilter, { after, before, last }: PageArguments): void {
  if (text === undefined)
    throw new TimelineError('BAD_FILTER', 'relevance is that to a text: give one', {
      details: { field: 'text' },
    });
  if (after !== undefined || before !== undefined || last !== undefined)
    throw new TimelineError(
      'BAD_PAGE',
      'by relevance there is one page, of the best: only its size can be chosen',
    );
}

/** Checks the order of an export; `BAD_PAGE` for relevance, which has only one page. */
export function requireWalk(order: EventOrder): void {
  if (order === 'RELEVANCE')
    throw new TimelineError('BAD_PAGE', 'an export has all events, which have no order by relevance');
}
