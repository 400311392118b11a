import type { Database } from 'better-sqlite3';
import type { EventStore } from '../event-store.ts';
import { disconnect } from './connection.ts';
import { eventLister } from './list-events.ts';
import { actorReader } from './read-actors.ts';
import { articleReader } from './read-articles.ts';
import { auditReader } from './read-audit.ts';
import { changeReader } from './read-changes.ts';
import { documentReader } from './read-documents.ts';
import { eventReader } from './read-events.ts';
import { joinCandidateReader } from './read-join-candidates.ts';
import { markers, readRevision, readSummary } from './read-state.ts';
import { changeSavers } from './save-change.ts';
import { answer } from './sqlite-errors.ts';
import { verifyStore } from './verify-store.ts';

/** The port over one connection with its schema up to date; every statement is prepared once. */
export function createSqliteStore(database: Database): EventStore {
  const revision = readRevision(database);
  const summary = readSummary(database);
  const joinCandidates = joinCandidateReader(database);
  const save = changeSavers(database);
  const events = eventReader(database);
  const lister = eventLister(database);
  const documents = documentReader(database);
  const changes = changeReader(database);
  const audit = auditReader(database);
  const articles = articleReader(database);
  const actors = actorReader(database);
  const marker = markers(database);
  return {
    documents: {
      get: (id, shape) => answer(() => documents.get(id, shape)),
      list: (filter, order, page, shape) => answer(() => documents.list(filter, order, page, shape)),
    },
    readRevision: () => answer(revision),
    readSummary: () => answer(summary),
    readJoinCandidates: (subject) => answer(() => joinCandidates(subject)),
    saveArticle: (change) => answer(() => save.article(change)),
    retractArticle: (change) => answer(() => save.retraction(change)),
    saveCuration: (change) => answer(() => save.curation(change)),
    lookUpEvent: (id) => answer(() => events.lookUp(id)),
    getEventVersion: (id, at) => answer(() => events.getVersion(id, at)),
    getEvents: (ids) => answer(() => events.getAll(ids)),
    getEventAsOf: (id, asOf) => answer(() => events.getAsOf(id, asOf)),
    listAbsorbed: (ids) => answer(() => events.listAbsorbed(ids)),
    getMention: (id) => answer(() => events.getMention(id)),
    listEvents: (filter, order, page) => answer(() => lister.list(filter, order, page)),
    countByBounds: (filter) => answer(() => lister.bounds(filter)),
    countByMonths: () => answer(() => lister.months()),
    countFacet: (filter, facet, size) => answer(() => lister.facet(filter, facet, size)),
    countEvents: (filter) => answer(() => lister.count(filter)),
    listChanges: (since, page) => answer(() => changes(since, page)),
    listAudit: (subject, page) => answer(() => audit(subject, page)),
    getArticle: (id) => answer(() => articles.get(id)),
    findArticleByUrl: (url) => answer(() => articles.findByUrl(url)),
    listArticles: (page) => answer(() => articles.list(page)),
    getActor: (id) => answer(() => actors.get(id)),
    listActors: (page) => answer(() => actors.list(page)),
    readMarker: (name) => answer(() => marker.read(name)),
    writeMarker: (name, value) => answer(() => marker.write(name, value)),
    verify: () => answer(() => verifyStore(database)),
    close: () => answer(() => disconnect(database)),
  };
}
