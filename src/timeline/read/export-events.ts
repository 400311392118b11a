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
import { nextTurn } from '../next-turn.ts';
import { requireWalk } from '../paging/page-request.ts';

/** Items of the first page, and of any page. A page that was light is followed by one of up to twice its size. */
const PAGE_SIZE = { first: 20, most: 200 };

/** The size of a page, in characters of text. Read and written, a page takes the event loop for some 20 ms. */
const LIGHT = 2_000_000;

/** The text of an account as JSON, in characters. */
const ACCOUNT_SIZE = 1_000;

/** Other work of the event loop has a turn after this time. */
const TURN_MS = 5;

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
  for await (const items of walkPages(read, (text) => text.length)) yield items.map(({ node }) => node);
}

async function* walkEvents(
  store: EventStore,
  filter: EventFilter,
  order: EventOrder,
  caller: Caller | undefined,
): AsyncGenerator<TimelineEvent> {
  const read = (page: PageRequest) => store.listEvents(filter, order, page, caller);
  for await (const items of walkPages(read, ({ mentions }) => mentions.length * ACCOUNT_SIZE))
    for (const { node } of items) yield node;
}

/**
 * The items of all pages of a list, page by page. The size of an item is in characters: a page of large items is followed by
 * a shorter one.
 */
export async function* walkPages<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
  sizeOf: (node: T) => number = () => 0,
): AsyncGenerator<Page<T>['items']> {
  let size = PAGE_SIZE.first;
  let after: Position | null = null;
  let begin = performance.now();
  do {
    const page: Page<T> = await read({ direction: 'FORWARD', size, after });
    yield page.items;
    const characters = page.items.reduce((sum, { node }) => sum + sizeOf(node), 0);
    size = nextSize(size, characters);
    after = page.hasNextPage ? (page.items.at(-1)?.position ?? null) : null;
    if (performance.now() - begin < TURN_MS) continue;
    await nextTurn();
    begin = performance.now();
  } while (after !== null);
}

const nextSize = (size: number, characters: number): number => {
  const light = Math.floor((size * LIGHT) / Math.max(1, characters));
  return Math.max(1, Math.min(2 * size, light, PAGE_SIZE.most));
};
