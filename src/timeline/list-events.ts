import type { EventFilter, EventOrder, Page, PageRequest } from '../domain/query/timeline-query.ts';
import { connectionOf } from './connection.ts';
import type { CursorScope } from './cursor.ts';
import { normalizeFilter } from './event-filter.ts';
import { pageRequestOf } from './page-request.ts';
import { requireOnePage } from './relevance.ts';
import type { Connection, EventQuery } from './timeline.ts';

/** Reads a page in some form: of objects, or of JSON texts. */
type ReadPage<T> = (filter: EventFilter, order: EventOrder, page: PageRequest) => Promise<Page<T>>;

/** One page of the events that pass the filter, oldest first unless another order is asked for. */
export async function listEvents<T>(readPage: ReadPage<T>, query: EventQuery): Promise<Connection<T>> {
  const filter = normalizeFilter(query.filter ?? {});
  const order = query.order ?? 'DATE';
  if (order === 'RELEVANCE') requireOnePage(filter, query);
  const scope: CursorScope = ['events', filter, order];
  return connectionOf(await readPage(filter, order, pageRequestOf(query, scope)), scope);
}
