import type { EventFilter, EventOrder, Page, PageRequest } from '../../domain/query/timeline-query.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { connectionOf } from '../paging/connection.ts';
import type { CursorScope } from '../paging/cursor.ts';
import { pageRequestOf } from '../paging/page-request.ts';
import { requireOnePage } from '../paging/relevance.ts';
import type { Connection, EventQuery } from '../timeline.ts';

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
