import type { TimelineEvent } from '../domain/event.ts';
import type { EventStore } from '../store/event-store.ts';
import type { CursorScope } from './cursor.ts';
import { normalizeFilter } from './event-filter.ts';
import { connectionOf, pageRequestOf } from './page-request.ts';
import type { Connection, EventQuery } from './timeline.ts';

/** One page of the events that pass the filter, oldest first unless another order is asked for. */
export async function listEvents(store: EventStore, query: EventQuery): Promise<Connection<TimelineEvent>> {
  const filter = normalizeFilter(query.filter ?? {});
  const order = query.order ?? 'DATE';
  const scope: CursorScope = ['events', filter, order];
  return connectionOf(await store.listEvents(filter, order, pageRequestOf(query, scope)), scope);
}
