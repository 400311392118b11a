import { isInMemory } from '../store/open-store.ts';
import type { EventStore } from '../store/port/event-store.ts';
import type { WatchPool } from '../threads/thread-pool.ts';
import { createTimeline } from '../timeline/create-timeline.ts';
import { createWriting } from '../timeline/create-writing.ts';
import { readTextsHere } from '../timeline/read/text-reading.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { loadGovernors } from './load-parser.ts';
import { loadTools } from './load-tools.ts';
import { openReadingPool } from './threads/reading-pool.ts';
import { openWritingPool, type WritingData } from './threads/writing-pool.ts';

export interface ServerTimeline {
  readonly timeline: Timeline;
  /** Refuses the changes that wait and lets the present one end. */
  close(): Promise<void>;
}

/**
 * The timeline of a server. One thread makes all changes, and another one reads texts for answers, so that this thread only reads
 * the store. A database in memory belongs to this thread, which then does all of it.
 */
export function openServerTimeline(
  store: EventStore,
  data: WritingData,
  watchPool: WatchPool = () => {},
): ServerTimeline {
  const { databaseUrl, names, defaultAnchor } = data;
  if (isInMemory(databaseUrl)) {
    const writing = createWriting({ store, loadTools: () => loadTools(names), defaultAnchor });
    const texts = readTextsHere(loadGovernors);
    return { timeline: createTimeline({ store, writing, texts, defaultAnchor }), close: async () => {} };
  }
  const writing = openWritingPool(data, store.servers);
  const texts = openReadingPool({ names, besideServer: true }, 1);
  watchPool('changes', writing.state);
  watchPool('texts', texts.state);
  return {
    timeline: createTimeline({ store, writing, texts, defaultAnchor }),
    close: async () => void (await Promise.all([writing.close(), texts.close()])),
  };
}
