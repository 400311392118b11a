import type { Database } from 'better-sqlite3';
import type { EventStore, TimelineUnit } from '../port/event-store.ts';
import { emptyLog, rewriteFile } from './compact.ts';
import { disconnect } from './connection.ts';
import { eventCounter } from './counts/count-events.ts';
import { knownVersions } from './known-versions.ts';
import { actorReader } from './read/read-actors.ts';
import { articleReader } from './read/read-articles.ts';
import { documentReader } from './read/read-documents.ts';
import { eventReader } from './read/read-events.ts';
import { joinCandidateReader } from './read/read-join-candidates.ts';
import { logReader } from './read/read-log.ts';
import { markers, readRevision, readSummary } from './read/read-state.ts';
import { type RowWatch, watchRows } from './row-watch.ts';
import { answerAtOnce } from './sqlite-errors.ts';
import { type AccessOptions, accessTo } from './store-access.ts';
import { verifyStore } from './verify/verify-store.ts';
import { purgeEdits } from './write/purge-edits.ts';
import { joinKeyRenewal } from './write/renew-join-keys.ts';
import { changeSavers } from './write/save-change.ts';

interface SqliteStoreOptions extends AccessOptions {
  /** Asked by long reads; throws to stop them. */
  readonly watch?: RowWatch;
}

/** The port over one connection with its schema up to date; every statement is prepared once. */
export function createSqliteStore(
  database: Database,
  { watch = () => {}, ...options }: SqliteStoreOptions = {},
): EventStore {
  const { read, unit, alone, close } = accessTo(database, options);
  watchRows(database, watch);
  const revision = readRevision(database);
  const summary = readSummary(database);
  const versions = knownVersions(database);
  const joinCandidates = joinCandidateReader(database, versions.readEvents);
  const save = changeSavers(database, versions.keyOf);
  const renewal = joinKeyRenewal(database, versions.readEvents);
  const events = eventReader(database);
  const counter = eventCounter(database);
  const documents = documentReader(database);
  const log = logReader(database);
  const articles = articleReader(database);
  const actors = actorReader(database);
  const marker = markers(database);
  const inUnit: TimelineUnit = {
    readRevision: () => answerAtOnce(revision),
    getArticle: (id) => answerAtOnce(() => articles.get(id)),
    findArticleByUrl: (url) => answerAtOnce(() => articles.findByUrl(url)),
    lookUpEvent: (id) => answerAtOnce(() => events.lookUp(id)),
    getEvents: (ids) => answerAtOnce(() => events.getAll(ids)),
    getActor: (id) => answerAtOnce(() => actors.get(id)),
    findActors: (name) => answerAtOnce(() => actors.find(name)),
    readJoinCandidates: (subject) => answerAtOnce(() => joinCandidates(subject)),
    readUnkeyed: () => answerAtOnce(renewal.read),
    saveJoinKeys: (ids, joinKeys) => answerAtOnce(() => renewal.save(ids, joinKeys)),
    saveArticle: (change) => answerAtOnce(() => save.article(change)),
    retractArticle: (change) => answerAtOnce(() => save.retraction(change)),
    saveCuration: (change) => answerAtOnce(() => save.curation(change)),
    purgeEdits: (id) => answerAtOnce(() => purgeEdits(database, id)),
    purgeArticle: (change) => answerAtOnce(() => save.purge(change)),
    getPurgeReason: (id) => answerAtOnce(() => articles.getPurgeReason(id)),
  };
  return {
    documents: {
      get: (id, shape) => read(() => documents.get(id, shape) ?? events.refusePurged(id)),
      list: (filter, order, page, shape) => read(() => documents.list(filter, order, page, shape)),
    },
    readRevision: () => read(revision),
    readSummary: () => read(summary),
    readJoinCandidates: (subject) => read(() => joinCandidates(subject)),
    withTimeline: async (work) => {
      try {
        return await unit(() => work(inUnit));
      } catch (error) {
        versions.forget();
        throw error;
      }
    },
    lookUpEvent: (id) => read(() => events.lookUp(id)),
    getEventVersion: (id, at) => read(() => events.getVersion(id, at)),
    getEvents: (ids) => read(() => events.getAll(ids)),
    getEventAsOf: (id, asOf) => read(() => events.getAsOf(id, asOf)),
    listAbsorbed: (ids) => read(() => events.listAbsorbed(ids)),
    getEventIdOfMention: (id) => read(() => events.getIdOfMention(id)),
    listEvents: (filter, order, page) => read(() => documents.listEvents(filter, order, page)),
    countByBounds: (filter) => read(() => counter.bounds(filter)),
    countByMonths: () => read(() => counter.months()),
    countFacet: (filter, facet, size) => read(() => counter.facet(filter, facet, size)),
    countEvents: (filter) => read(() => counter.count(filter)),
    countByDays: (filter) => read(() => counter.days(filter)),
    listChanges: (since, page) => read(() => log.changes(since, page)),
    listAudit: (subject, page) => read(() => log.audit(subject, page)),
    getArticle: (id) => read(() => articles.get(id)),
    getArticleRecord: (id) => read(() => articles.getRecord(id)),
    findArticleByUrl: (url) => read(() => articles.findByUrl(url)),
    isAddressStripped: (id) => read(() => articles.isAddressStripped(id)),
    listArticles: (page) => read(() => articles.list(page)),
    getActor: (id) => read(() => actors.get(id)),
    findActors: (name) => read(() => actors.find(name)),
    listActors: (page) => read(() => actors.list(page)),
    readMarker: (name) => read(() => marker.read(name)),
    writeMarker: (name, value) => unit(async () => marker.write(name, value)),
    compact: async () => {
      await alone(() => {
        rewriteFile(database);
        return true;
      });
      await alone(() => emptyLog(database));
    },
    verify: () => read(() => verifyStore(database)),
    close: () => close(() => disconnect(database)),
  };
}
