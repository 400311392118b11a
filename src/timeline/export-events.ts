import type { TimelineEvent } from '../domain/event.ts';
import type { EventFilter, EventOrder, Position } from '../domain/timeline-query.ts';
import type { EventStore } from '../store/event-store.ts';
import { normalizeFilter } from './event-filter.ts';
import { requireWalk } from './relevance.ts';

const PAGE_SIZE = 200;

/**
 * The whole selection, one page in memory at a time. A bad filter throws at the call, before the first event, so that
 * a server can still answer with an error. Events that change their date during the walk may be missed or come twice.
 */
export function exportEvents(
  store: EventStore,
  filter: EventFilter,
  order: EventOrder,
): AsyncIterable<TimelineEvent> {
  requireWalk(order);
  return walkEvents(store, normalizeFilter(filter), order);
}

async function* walkEvents(
  store: EventStore,
  filter: EventFilter,
  order: EventOrder,
): AsyncGenerator<TimelineEvent> {
  let after: Position | null = null;
  do {
    const page = await store.listEvents(filter, order, { direction: 'FORWARD', size: PAGE_SIZE, after });
    for (const { node } of page.items) yield node;
    after = page.hasNextPage ? (page.items.at(-1)?.position ?? null) : null;
  } while (after !== null);
}
