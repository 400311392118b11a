import type { EventStore } from '../../store/event-store.ts';
import { compareArticles } from './compare-articles.ts';
import { findGaps } from './find-gaps.ts';
import { listAround } from './list-around.ts';
import type { TimelineReading } from './timeline-reading.ts';

export const createReading = (store: EventStore): TimelineReading => ({
  listAround: (id, query) => listAround(store, id, query),
  findGaps: (query) => findGaps(store, query),
  compareArticles: (ids) => compareArticles(store, ids),
});
