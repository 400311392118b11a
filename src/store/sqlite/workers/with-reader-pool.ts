import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type {
  Caller,
  EventFilter,
  EventOrder,
  PageRequest,
  Position,
} from '../../../domain/query/timeline-query.ts';
import type { EventStore } from '../../port/event-store.ts';
import { toEvent } from '../../sql/rows.ts';
import { type RowBudget, type RowPurse, TooManyRows } from '../row-watch.ts';
import type { HeavyReads, ReaderPool } from './reader-pool.ts';

/** A larger page than people are shown is a piece of an export. */
const LARGEST_LIGHT_PAGE = 100;
/** Each value of a list is looked up, however many events have it. */
const MOST_LIGHT_VALUES = 20;

/** Nobody waits for a read of a store that is closed. */
const CLOSED = new TimelineError('STORE_BUSY', 'the server is stopping');

/** For all light lists of one answer together: they take some 10 ms of the main thread. */
const ROWS_AN_ANSWER = 20_000;

interface Sharing {
  /** Equal reads at the same revision share one answer. */
  readonly revision: () => number;
  /** Of the connection of this thread. */
  readonly budget: RowBudget;
  readonly timeLimitMs: number;
}

/**
 * The store with its heavy reads in other threads: counts, searches, exports, and lists that look at more rows than the
 * budget of this thread. Only texts and numbers cross over; copying objects would cost this thread as much as reading
 * the events.
 */
export function withReaderPool(
  store: EventStore,
  pool: ReaderPool,
  { revision, budget, timeLimitMs }: Sharing,
): EventStore {
  const { documents } = store;
  const call = async <Name extends keyof HeavyReads>(
    name: Name,
    args: Parameters<HeavyReads[Name]>,
    caller: Caller | undefined,
  ): Promise<Awaited<ReturnType<HeavyReads[Name]>>> => {
    return await pool.call(name, args, { timeLimitMs, signal: caller?.signal, state: revision() });
  };
  const purses = new WeakMap<Caller, RowPurse>();
  const purseOf = (caller: Caller | undefined): RowPurse | undefined => {
    if (caller === undefined) return undefined;
    const purse = purses.get(caller) ?? { left: ROWS_AN_ANSWER };
    purses.set(caller, purse);
    return purse;
  };
  const lightElse = async <T>(
    [filter, order, page, caller]: Parameters<EventStore['listEvents']>,
    read: () => Promise<T>,
    heavy: () => Promise<T>,
  ): Promise<T> => {
    if (!isLight(filter, order, page)) return heavy();
    try {
      return await budget.spend(read, purseOf(caller));
    } catch (error) {
      if (error instanceof TooManyRows) return heavy();
      throw error;
    }
  };
  const listHeavy = async (...[filter, order, page, caller]: Parameters<EventStore['listEvents']>) => {
    const texts = await call('listDocuments', [filter, order, page, 'FULL'], caller);
    return { ...texts, items: texts.items.map(({ node, position }) => new SentItem(node, position)) };
  };
  return {
    ...store,
    documents: {
      ...documents,
      list: (filter, order, page, shape, caller) =>
        lightElse(
          [filter, order, page, caller],
          () => documents.list(filter, order, page, shape),
          () => call('listDocuments', [filter, order, page, shape], caller),
        ),
    },
    listEvents: (filter, order, page, caller) =>
      lightElse(
        [filter, order, page, caller],
        () => store.listEvents(filter, order, page),
        () => listHeavy(filter, order, page, caller),
      ),
    countByBounds: (filter, caller) => call('countByBounds', [filter], caller),
    countFacet: (filter, facet, size, caller) => call('countFacet', [filter, facet, size], caller),
    countEvents: (filter, caller) => call('countEvents', [filter], caller),
    countByDays: (filter, caller) => call('countByDays', [filter], caller),
    close: async () => {
      await pool.close(CLOSED);
      await store.close();
    },
  };
}

/** An event is read from its text when it is asked for, so that an export does not read all of a page in one go. */
class SentItem {
  readonly position: Position;
  readonly #document: string;
  #event: TimelineEvent | undefined;

  constructor(document: string, position: Position) {
    this.#document = document;
    this.position = position;
  }

  get node(): TimelineEvent {
    this.#event ??= toEvent({ document: this.#document });
    return this.#event;
  }
}

/**
 * A light list walks one index, and its budget of rows says how far. Words, earlier states and filters within filters cost
 * more than their rows show.
 */
function isLight(filter: EventFilter, order: EventOrder, { size }: PageRequest): boolean {
  const { text, asOf, and, or, not, monthDay } = filter;
  const nested = [text, asOf, and, or, not].some((field) => field !== undefined);
  if (size > LARGEST_LIGHT_PAGE || order === 'RELEVANCE' || nested || monthDay?.include === 'POSSIBLE')
    return false;
  const lists = Object.values(filter).filter((field) => Array.isArray(field));
  return lists.reduce((sum, { length }) => sum + length, 0) <= MOST_LIGHT_VALUES;
}
