import type { CalendarDate } from '../domain/time/calendar-date.ts';
import { RULE_SET } from '../ingestion/rule-set.ts';
import type { EventStore } from '../store/port/event-store.ts';
import { clockIn } from './clock.ts';
import { createWriting } from './create-writing.ts';
import { normalizeFilter } from './filter/event-filter.ts';
import type { IngestTools } from './ingest/read-article.ts';
import { createReading } from './read/create-reading.ts';
import { exportEvents, exportTexts } from './read/export-events.ts';
import { listEvents } from './read/list-events.ts';
import { listActors, listArticles, listAudit, listChanges } from './read/list-records.ts';
import { listAnniversaries, listOnThisDate } from './read/on-this-date.ts';
import type { Timeline } from './timeline.ts';

/**
 * The use cases over one store. What ingesting needs, code and language model alike, is loaded at the first article:
 * those who only read a timeline do not wait for it.
 */
export function createTimeline(parts: {
  store: EventStore;
  loadTools: () => Promise<IngestTools>;
  defaultAnchor: CalendarDate;
  /** The instant, for the audit trail and for what day it is: UTC, ISO 8601. */
  now?: () => string;
}): Timeline {
  const { store, defaultAnchor, now = () => new Date().toISOString() } = parts;
  let tools: Promise<IngestTools> | undefined;
  const loadTools = (): Promise<IngestTools> => {
    tools ??= parts.loadTools();
    return tools;
  };
  return {
    readRevision: () => store.readRevision(),
    describe: async () => ({ ...(await store.readSummary()), defaultAnchor, ruleSet: RULE_SET }),
    ingestArticle: async (source, options) => {
      const { ingestArticle } = await import('./ingest/ingest-article.ts');
      return ingestArticle({ store, loadTools, defaultAnchor, now }, source, options);
    },
    ...createReading(store),
    ...createWriting({ store, loadTools, defaultAnchor, now }),
    lookUpEvent: (id) => store.lookUpEvent(id),
    getEvents: (ids) => store.getEvents(ids),
    getEventVersion: (id, revision) => store.getEventVersion(id, revision),
    getEventAsOf: (id, asOf) => store.getEventAsOf(id, asOf),
    listEvents: (query) => listEvents(store.listEvents, query),
    asJson: (shape) => ({
      getEvent: (id) => store.documents.get(id, shape),
      listEvents: (query) =>
        listEvents((filter, order, page) => store.documents.list(filter, order, page, shape), query),
    }),
    countEvents: async (filter) => store.countEvents(normalizeFilter(filter)),
    readClock: (timeZone = 'UTC') => clockIn(timeZone, now()),
    listOnThisDate: async (day, page) => listOnThisDate(store, day, page),
    listAnniversaries: async (day, options) => listAnniversaries(store, day, options),
    exportEvents: (filter, order) => exportEvents(store, filter, order),
    exportTexts: (filter, order) => exportTexts(store, filter, order),
    listChanges: (since, page) => listChanges(store, since, page),
    listAudit: (subject, page) => listAudit(store, subject, page),
    getMention: (id) => store.getMention(id),
    getArticle: (id) => store.getArticle(id),
    listArticles: (page) => listArticles(store, page),
    getActor: (id) => store.getActor(id),
    listActors: (page) => listActors(store, page),
    resolveText: async (text, anchor = defaultAnchor, options = {}) =>
      (await import('../temporal/resolve-text.ts')).resolveText(text, anchor, options),
    verify: () => store.verify(),
  };
}
