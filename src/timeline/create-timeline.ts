import type { CalendarDate } from '../domain/time/calendar-date.ts';
import { RULE_SET } from '../ingestion/rule-set.ts';
import type { EventStore } from '../store/port/event-store.ts';
import { clockIn } from './clock.ts';
import { normalizeFilter } from './filter/event-filter.ts';
import type { IngestParts } from './ingest/ingest-article.ts';
import type { IngestTools } from './ingest/read-article.ts';
import { createReading } from './read/create-reading.ts';
import { exportEvents, exportTexts } from './read/export-events.ts';
import { listActors, listArticles, listAudit, listChanges, listEvents } from './read/list-records.ts';
import { listAnniversaries, listOnThisDate } from './read/on-this-date.ts';
import type { Timeline } from './timeline.ts';
import type { TimelineWriting } from './timeline-writing.ts';

/**
 * The use cases over one store. Code and language model for ingesting are loaded at the first article: a reader of the
 * timeline does not wait for them.
 */
export function createTimeline(parts: {
  store: EventStore;
  loadTools: () => Promise<IngestTools>;
  defaultAnchor: CalendarDate;
  /** The present instant, for the audit trail and for today's day: UTC, ISO 8601. */
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
    verify: async () => {
      const { verifyTexts } = await import('./read/verify-texts.ts');
      return [...(await store.verify()), ...(await verifyTexts(store))];
    },
  };
}

/** The use cases that change a timeline. Their code is loaded at the first use. */
function createWriting(parts: IngestParts): TimelineWriting {
  return {
    ingestDocument: async (document, options) =>
      (await import('./ingest/ingest-document.ts')).ingestDocument(parts, document, options),
    reanchorArticle: async (id, anchor, editor) =>
      (await import('./ingest/reanchor-article.ts')).reanchorArticle(parts, id, anchor, editor),
    retractArticle: async (id, editor) =>
      (await import('./ingest/retract-article.ts')).retractArticle(parts, id, editor),
    editEvent: async (id, edit, editor) =>
      (await import('./curation/edit-event.ts')).editEvent(parts, id, edit, editor),
    mergeEvents: async (ids, editor) =>
      (await import('./curation/decide-events.ts')).mergeEvents(parts, ids, editor),
    splitEvent: async (id, mentions, editor) =>
      (await import('./curation/decide-events.ts')).splitEvent(parts, id, mentions, editor),
    hideEvent: async (id, editor) =>
      (await import('./curation/decide-events.ts')).hideEvent(parts, id, editor),
    restoreEvent: async (id, editor) =>
      (await import('./curation/decide-events.ts')).restoreEvent(parts, id, editor),
    rederive: async (options) => (await import('./ingest/rederive.ts')).rederive(parts, options),
  };
}
