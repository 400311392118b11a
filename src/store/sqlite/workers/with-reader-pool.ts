import type { EventFilter, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { EventStore } from '../../port/event-store.ts';
import { toEvent } from '../../sql/rows.ts';
import type { ReaderPool } from './reader-pool.ts';

/** A larger page than people are shown is a piece of an export. */
const LARGEST_LIGHT_PAGE = 100;

/**
 * The store with its heavy reads in other threads: counts, searches, and exports. Only texts and numbers cross over;
 * copying objects would cost this thread as much as reading the events.
 */
export function withReaderPool(store: EventStore, pool: ReaderPool): EventStore {
  const { documents } = store;
  const isHeavy = (filter: EventFilter, page: PageRequest): boolean =>
    page.size > LARGEST_LIGHT_PAGE || searches(filter);
  return {
    ...store,
    documents: {
      ...documents,
      list: (...args) => {
        const [filter, , page] = args;
        return isHeavy(filter, page) ? pool.call('listDocuments', args) : documents.list(...args);
      },
    },
    listEvents: async (filter, order, page) => {
      if (!isHeavy(filter, page)) return store.listEvents(filter, order, page);
      const texts = await pool.call('listDocuments', [filter, order, page, 'FULL']);
      const items = texts.items.map(({ node, position }) => ({
        node: toEvent({ document: node }),
        position,
      }));
      return { ...texts, items };
    },
    countByBounds: (...args) => pool.call('countByBounds', args),
    countFacet: (...args) => pool.call('countFacet', args),
    countEvents: (...args) => pool.call('countEvents', args),
    close: async () => {
      await pool.close();
      await store.close();
    },
  };
}

/** A search looks at every event that has its words, whatever the rest of the filter says. */
const searches = ({ text, and = [], or = [], not }: EventFilter): boolean =>
  text !== undefined || [...and, ...or, ...(not === undefined ? [] : [not])].some(searches);
