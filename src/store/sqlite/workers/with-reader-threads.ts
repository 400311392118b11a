import type { EventFilter, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { EventStore } from '../../port/event-store.ts';
import { toEvent } from '../../sql/rows.ts';
import type { ReaderThreads } from './open-reader-threads.ts';

/** A page that is larger than those that are shown to people is a piece of an export. */
const LARGEST_LIGHT_PAGE = 100;

/**
 * The store with its heavy reads in other threads: counts, searches, and exports. What crosses over are texts and numbers;
 * objects would cost this thread as much again.
 */
export function withReaderThreads(store: EventStore, threads: ReaderThreads): EventStore {
  const { documents } = store;
  const listTexts = (filter: EventFilter, page: PageRequest) =>
    searches(filter) || page.size > LARGEST_LIGHT_PAGE ? threads.listTexts : documents.list;
  return {
    ...store,
    documents: {
      ...documents,
      list: (filter, order, page, shape) => listTexts(filter, page)(filter, order, page, shape),
    },
    listEvents: async (filter, order, page) => {
      const list = listTexts(filter, page);
      if (list === documents.list) return store.listEvents(filter, order, page);
      const texts = await list(filter, order, page, 'WHOLE');
      const items = texts.items.map(({ node, position }) => ({
        node: toEvent({ document: node }),
        position,
      }));
      return { ...texts, items };
    },
    countByBounds: (filter) => threads.countByBounds(filter),
    countFacet: (filter, facet, size) => threads.countFacet(filter, facet, size),
    countEvents: (filter) => threads.countEvents(filter),
    close: async () => {
      await threads.close();
      await store.close();
    },
  };
}

/** Words are looked for in every event that has them, whatever else a filter says. */
const searches = ({ text, and = [], or = [], not }: EventFilter): boolean =>
  text !== undefined || [...and, ...or, ...(not === undefined ? [] : [not])].some(searches);
