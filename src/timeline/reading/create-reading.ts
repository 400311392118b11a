import type { EventStore } from '../../store/event-store.ts';
import { compareArticles } from './compare-articles.ts';
import { countByPeriod } from './count-by-period.ts';
import { countFacets } from './count-facets.ts';
import { explainEvent, explainMention } from './explain-event.ts';
import { timeExplainer } from './explain-time.ts';
import { findGaps } from './find-gaps.ts';
import { listAround } from './list-around.ts';
import type { TimelineReading } from './timeline-reading.ts';

export function createReading(store: EventStore): TimelineReading {
  const parts = { store, explainTime: timeExplainer() };
  return {
    listAround: (id, query) => listAround(store, id, query),
    countFacets: (query) => countFacets(store, query),
    countByPeriod: (query) => countByPeriod(store, query),
    findGaps: (query) => findGaps(store, query),
    explainEvent: (event, first) => explainEvent(parts, event, first),
    explainMention: (event, mention) => explainMention(parts, event, mention),
    compareArticles: (ids) => compareArticles(store, ids),
  };
}
