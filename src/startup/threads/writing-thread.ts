import { openStore } from '../../store/open-store.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import { lowerPriority } from '../../threads/lower-priority.ts';
import { serveCalls } from '../../threads/serve-calls.ts';
import { createWriting } from '../../timeline/create-writing.ts';
import type { TimelineWriting } from '../../timeline/timeline-writing.ts';
import { loadTools } from '../load-tools.ts';
import type { WritingData, WritingMethods } from './writing-pool.ts';

/*
 * The program of the thread that makes the changes of a server. It has a connection of its own and the tools of reading.
 */

lowerPriority();

serveCalls(({ databaseUrl, names, defaultAnchor }: WritingData, isStopped) => {
  let opened: Promise<{ store: EventStore; writing: TimelineWriting }> | undefined;
  const open = async () => {
    const store = await openStore(databaseUrl, { isStopped });
    return { store, writing: createWriting({ store, loadTools: () => loadTools(names), defaultAnchor }) };
  };
  const writing = async (): Promise<TimelineWriting> => {
    opened ??= open();
    try {
      return (await opened).writing;
    } catch (error) {
      // The next change tries again: another program may have had the database for itself.
      opened = undefined;
      throw error;
    }
  };
  const methods: WritingMethods = {
    ingestArticle: async (...args) => (await writing()).ingestArticle(...args),
    ingestDocument: async (...args) => (await writing()).ingestDocument(...args),
    reanchorArticle: async (...args) => (await writing()).reanchorArticle(...args),
    retractArticle: async (...args) => (await writing()).retractArticle(...args),
    purgeArticle: async (...args) => (await writing()).purgeArticle(...args),
    editEvent: async (...args) => (await writing()).editEvent(...args),
    mergeEvents: async (...args) => (await writing()).mergeEvents(...args),
    splitEvent: async (...args) => (await writing()).splitEvent(...args),
    hideEvent: async (...args) => (await writing()).hideEvent(...args),
    restoreEvent: async (...args) => (await writing()).restoreEvent(...args),
  };
  return { methods: { ...methods }, close: async () => (await opened)?.store.close() };
});
