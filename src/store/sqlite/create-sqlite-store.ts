import type { Database } from 'better-sqlite3';
import type { EventStore } from '../event-store.ts';
import { disconnect } from './connection.ts';
import { eventLister } from './list-events.ts';
import { actorReader } from './read-actors.ts';
import { articleReader } from './read-articles.ts';
import { eventReader } from './read-events.ts';
import { joinCandidateReader } from './read-join-candidates.ts';
import { markers, readRevision, readSummary } from './read-state.ts';
import { articleSaver } from './save-article.ts';
import { answer } from './sqlite-errors.ts';
import { verifyStore } from './verify-store.ts';

/** The port over one connection with its schema up to date; every statement is prepared once. */
export function createSqliteStore(database: Database): EventStore {
  const revision = readRevision(database);
  const summary = readSummary(database);
  const joinCandidates = joinCandidateReader(database);
  const saveArticle = articleSaver(database);
  const events = eventReader(database);
  const lister = eventLister(database);
  const articles = articleReader(database);
  const actors = actorReader(database);
  const marker = markers(database);
  return {
    readRevision: () => answer(revision),
    readSummary: () => answer(summary),
    readJoinCandidates: (bounds, ids) => answer(() => joinCandidates(bounds, ids)),
    saveArticle: (change) => answer(() => saveArticle(change)),
    lookUpEvent: (id) => answer(() => events.lookUp(id)),
    getEventVersion: (id, at) => answer(() => events.getVersion(id, at)),
    getEvents: (ids) => answer(() => events.getAll(ids)),
    getMention: (id) => answer(() => events.getMention(id)),
    listEvents: (filter, order, page) => answer(() => lister.list(filter, order, page)),
    countEvents: (filter) => answer(() => lister.count(filter)),
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
