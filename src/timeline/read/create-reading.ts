import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { compareArticles } from './compare-articles.ts';
import { periodCounter } from './count-by-period.ts';
import { countFacets } from './count-facets.ts';
import { findGaps } from './find-gaps.ts';
import { listAround } from './list-around.ts';
import type { TextResolver } from './text-resolver.ts';
import type { TimelineReading } from './timeline-reading.ts';

/** The use cases that read a timeline. The code of explaining is loaded at the first use. */
export function createReading(store: EventStore, resolveText: TextResolver): TimelineReading {
  let explainer: ReturnType<typeof loadExplainer> | undefined;
  const explain = () => {
    explainer ??= loadExplainer(store, resolveText);
    return explainer;
  };
  return {
    listAround: (id, query) => listAround(store, id, query),
    countFacets: (query) => countFacets(store, query),
    countByPeriod: periodCounter(store),
    findGaps: (query) => findGaps(store, query),
    explainEvent: async (event, first) => (await explain()).event(event, first),
    explainMention: async (event, mention) => (await explain()).mention(event, mention),
    compareArticles: (ids) => compareArticles(store, ids),
  };
}

async function loadExplainer(store: EventStore, resolveText: TextResolver) {
  const [{ explainEvent, explainMention }, { timeExplainer }] = await Promise.all([
    import('./explain-event.ts'),
    import('./explain-time.ts'),
  ]);
  const parts = { store, explainTime: timeExplainer(resolveText) };
  return {
    event: (event: TimelineEvent, first?: number) => explainEvent(parts, event, first),
    mention: (event: TimelineEvent, mention: Mention) => explainMention(parts, event, mention),
  };
}
