import type { TimelineEvent } from '../../domain/event/event.ts';
import type {
  Caller,
  EventFilter,
  EventOrder,
  Page,
  PageRequest,
  Position,
} from '../../domain/query/timeline-query.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { requireWalk } from '../paging/page-request.ts';

const PAGE_SIZE = 200;

/**
 * All events that pass a filter, one page in memory at a time. A bad filter throws at the call: the server can still answer
 * with an error. An event that changes its date during the walk may be missed or come twice.
 */
export function exportEvents(
  store: EventStore,
  filter: EventFilter,
  order: EventOrder,
  caller?: Caller,
): AsyncIterable<TimelineEvent> {
  requireWalk(order);
  return walkEvents(store, normalizeFilter(filter), order, caller);
}

/** The same events as JSON texts in the served shape, page by page. */
export function exportTexts(
  { documents }: EventStore,
  filter: EventFilter,
  order: EventOrder,
  caller?: Caller,
): AsyncIterable<readonly string[]> {
  requireWalk(order);
  const chosen = normalizeFilter(filter);
  return walkTexts((page) => documents.list(chosen, order, page, 'PUBLIC', caller));
}

async function* walkTexts(
  read: (page: PageRequest) => Promise<Page<string>>,
): AsyncGenerator<readonly string[]> {
  for await (const items of walkPages(read)) yield items.map(({ node }) => node);
}

async function* walkEvents(
  store: EventStore,
  filter: EventFilter,
  order: EventOrder,
  caller: Caller | undefined,
): AsyncGenerator<TimelineEvent> {
  for await (const items of walkPages((at) => store.listEvents(filter, order, at, caller)))
    for (const { node } of items) yield node;
}

/** The items of all pages of a list, page by page. */
export async function* walkPages<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
): AsyncGenerator<Page<T>['items']> {
  let after: Position | null = null;
  do {
    const page: Page<T> = await read({ direction: 'FORWARD', size: PAGE_SIZE, after });
    yield page.items;
    after = page.hasNextPage ? (page.items.at(-1)?.position ?? null) : null;
  } while (after !== null);
}
