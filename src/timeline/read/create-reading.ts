import type { EventStore } from '../../store/port/event-store.ts';
import { compareArticles } from './compare-articles.ts';
import { periodCounter } from './count-by-period.ts';
import { countFacets } from './count-facets.ts';
import { digest } from './digest.ts';
import { findGaps } from './find-gaps.ts';
import { listAround } from './list-around.ts';
import type { TextReading } from './text-reading.ts';
import type { TimelineReading } from './timeline-reading.ts';

/** The use cases that read a timeline. The code of explaining is loaded at the first use. */
export function createReading(store: EventStore, texts: TextReading): TimelineReading {
  const parts = { store, explainTime: texts.explainTime };
  return {
    listAround: (id, query) => listAround(store, id, query),
    countFacets: (query) => countFacets(store, query),
    countByPeriod: periodCounter(store),
    digest: (query) => digest(store, query),
    findGaps: (query) => findGaps(store, query),
    explainEvent: async (event, first) =>
      (await import('./explain-event.ts')).explainEvent(parts, event, first),
    explainMention: async (event, mention) =>
      (await import('./explain-event.ts')).explainMention(parts, event, mention),
    compareArticles: (ids, caller) => compareArticles(store, ids, caller),
  };
}
