import type { CalendarDate } from '../domain/time/calendar-date.ts';
import { RULE_SET } from '../ingestion/rule-set.ts';
import type { EventStore } from '../store/port/event-store.ts';
import { clockIn } from './clock.ts';
import { normalizeFilter } from './filter/event-filter.ts';
import { createReading } from './read/create-reading.ts';
import { exportEvents, exportTexts } from './read/export-events.ts';
import { listActors, listArticles, listAudit, listChanges, listEvents } from './read/list-records.ts';
import { listAnniversaries, listOnThisDate } from './read/on-this-date.ts';
import type { TextReading } from './read/text-reading.ts';
import type { Timeline } from './timeline.ts';
import type { TimelineWriting } from './timeline-writing.ts';

/** The use cases over one store. Writing may offer more than `TimelineWriting`; all of it is passed on. */
export function createTimeline<Writing extends TimelineWriting>(parts: {
  store: EventStore;
  writing: Writing;
  defaultAnchor: CalendarDate;
  texts: TextReading;
  /** The present instant, for today's day: UTC, ISO 8601. */
  now?: () => string;
}): Timeline & Writing {
  const { store, writing, defaultAnchor, texts } = parts;
  const { now = () => new Date().toISOString() } = parts;
  return {
    ...(store.servers && { servers: store.servers }),
    readRevision: () => store.readRevision(),
    describe: async () => ({ ...(await store.readSummary()), defaultAnchor, ruleSet: RULE_SET }),
    ...createReading(store, texts),
    ...writing,
    lookUpEvent: (id) => store.lookUpEvent(id),
    getEvents: (ids) => store.getEvents(ids),
    getEventVersion: (id, revision) => store.getEventVersion(id, revision),
    getEventAsOf: (id, asOf) => store.getEventAsOf(id, asOf),
    listEvents: (query) => listEvents(store.listEvents, query),
    asJson: (shape) => ({
      getEvent: (id) => store.documents.get(id, shape),
      listEvents: (query) =>
        listEvents(
          (filter, order, page, caller) => store.documents.list(filter, order, page, shape, caller),
          query,
        ),
    }),
    countEvents: async (filter, caller) => store.countEvents(normalizeFilter(filter), caller),
    readClock: (timeZone = 'UTC') => clockIn(timeZone, now()),
    listOnThisDate: async (day, page) => listOnThisDate(store, day, page),
    listAnniversaries: async (day, options) => listAnniversaries(store, day, options),
    exportEvents: (...selection) => exportEvents(store, ...selection),
    exportTexts: (...selection) => exportTexts(store, ...selection),
    listChanges: (since, page) => listChanges(store, since, page),
    listAudit: (subject, page) => listAudit(store, subject, page),
    getEventIdOfMention: (id) => store.getEventIdOfMention(id),
    getArticle: (id) => store.getArticle(id),
    getArticleRecord: (id) => store.getArticleRecord(id),
    listArticles: (page) => listArticles(store, page),
    getActor: (id) => store.getActor(id),
    listActors: (page) => listActors(store, page),
    resolveText: (text, anchor = defaultAnchor, options = {}) => texts.resolveText(text, anchor, options),
    verify: async () => {
      const { verifyTexts } = await import('./read/verify-texts.ts');
      return [...(await store.verify()), ...(await verifyTexts(store))];
    },
  };
}
