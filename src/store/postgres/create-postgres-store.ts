import { setImmediate } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventStore, TimelineUnit } from '../port/event-store.ts';
import { compactTables } from './compact.ts';
import { mentionKeys } from './mention-keys.ts';
import { answer } from './postgres-errors.ts';
import { countByBounds, countByDays, countEvents, countFacet, monthCounts } from './read/count-events.ts';
import { findActors, getActor, listActors } from './read/read-actors.ts';
import {
  findArticleByUrl,
  getArticle,
  getArticleRecord,
  getPurgeReason,
  isAddressStripped,
  listArticles,
} from './read/read-articles.ts';
import { getDocument, listDocuments, listEvents } from './read/read-documents.ts';
import {
  getEventAsOf,
  getEventIdOfMention,
  getEvents,
  getEventVersion,
  listAbsorbed,
  lookUpEvent,
} from './read/read-events.ts';
import { readJoinCandidates, readUnkeyed } from './read/read-join-candidates.ts';
import { listAudit, listChanges } from './read/read-log.ts';
import { readMarker, readRevision, readSummary, writeMarker } from './read/read-state.ts';
import { type FurtherConnections, storeServers } from './servers/store-servers.ts';
import type { Session, SessionOptions } from './session.ts';
import { accessTo } from './store-access.ts';
import { verifyStore } from './verify-store.ts';
import { purgeEdits } from './write/purge-edits.ts';
import { changeSavers } from './write/save-change.ts';
import { saveJoinKeys } from './write/write-join-keys.ts';

/** The port over a pool of connections to a database with its schema up to date. */
export function createPostgresStore(
  pool: Pool,
  options: SessionOptions,
  { replicas = null, news = null }: FurtherConnections = {},
): EventStore {
  const { read, readTogether, unit } = accessTo(pool, options, replicas);
  const months = monthCounts();
  let asked: Promise<number> | undefined;
  return {
    documents: {
      get: (id, shape) => read((session) => getDocument(session, id, shape)),
      list: (filter, order, page, shape) =>
        read((session) => listDocuments(session, [filter, order, page], shape)),
    },
    servers: storeServers(pool, options, { replicas, news }),
    // Callers in one turn of the event loop share a statement. It is sent at the end of the turn, after all of them have asked.
    readRevision: () => {
      asked ??= setImmediate().then(() => {
        asked = undefined;
        return read(readRevision);
      });
      return asked;
    },
    readSummary: () => read(readSummary),
    readJoinCandidates: (subject) =>
      readTogether((session) => readJoinCandidates(session, subject, mentionKeys())),
    withTimeline: (work) => unit((session, once) => work(unitOver(session, once))),
    lookUpEvent: (id) => read((session) => lookUpEvent(session, id)),
    getEventVersion: (id, at) => read((session) => getEventVersion(session, id, at)),
    getEvents: (ids) => read((session) => getEvents(session, ids)),
    getEventAsOf: (id, asOf) => read((session) => getEventAsOf(session, id, asOf)),
    listAbsorbed: (ids) => read((session) => listAbsorbed(session, ids)),
    getEventIdOfMention: (id) => read((session) => getEventIdOfMention(session, id)),
    listEvents: (filter, order, page) => read((session) => listEvents(session, [filter, order, page])),
    countByBounds: (filter) => read((session) => countByBounds(session, filter)),
    countByMonths: () => read(months),
    countFacet: (filter, facet, size) => read((session) => countFacet(session, filter, facet, size)),
    countEvents: (filter) => read((session) => countEvents(session, filter)),
    countByDays: (filter) => read((session) => countByDays(session, filter)),
    listChanges: (since, page) => read((session) => listChanges(session, since, page)),
    listAudit: (subject, page) => read((session) => listAudit(session, subject, page)),
    getArticle: (id) => read((session) => getArticle(session, id)),
    getArticleRecord: (id) => read((session) => getArticleRecord(session, id)),
    findArticleByUrl: (url) => read((session) => findArticleByUrl(session, url)),
    isAddressStripped: (id) => read((session) => isAddressStripped(session, id)),
    listArticles: (page) => read((session) => listArticles(session, page)),
    getActor: (id) => read((session) => getActor(session, id)),
    findActors: (name) => read((session) => findActors(session, name)),
    listActors: (page) => read((session) => listActors(session, page)),
    readMarker: (name) => read((session) => readMarker(session, name)),
    writeMarker: (name, value) => unit((session) => writeMarker(session, name, value)),
    compact: () => answer(() => compactTables(pool)),
    verify: () => readTogether(verifyStore),
    close: async () => {
      news?.close();
      await Promise.all([pool.end(), replicas?.close()]);
    },
  };
}

/** Articles are known by their ids, so that work which saves, retracts or purges them again finds it done. Decisions are not. */
function unitOver(session: Session, once: () => void): TimelineUnit {
  const mentions = mentionKeys();
  const save = changeSavers(session, mentions.keyOf);
  return {
    readRevision: () => answer(() => readRevision(session)),
    getArticle: (id) => answer(() => getArticle(session, id)),
    findArticleByUrl: (url) => answer(() => findArticleByUrl(session, url)),
    lookUpEvent: (id) => answer(() => lookUpEvent(session, id)),
    getEvents: (ids) => answer(() => getEvents(session, ids)),
    getActor: (id) => answer(() => getActor(session, id)),
    findActors: (name) => answer(() => findActors(session, name)),
    readJoinCandidates: (subject) => answer(() => readJoinCandidates(session, subject, mentions)),
    readUnkeyed: () => answer(() => readUnkeyed(session, mentions)),
    saveJoinKeys: (ids, joinKeys) => answer(() => saveJoinKeys(session, ids, joinKeys)),
    saveArticle: (change) => answer(() => save.article(change)),
    retractArticle: (change) => answer(() => save.retraction(change)),
    saveCuration: (change) => {
      once();
      return answer(() => save.curation(change));
    },
    purgeEdits: (id) => answer(() => purgeEdits(session, id)),
    purgeArticle: (change) => answer(() => save.purge(change)),
    getPurgeReason: (id) => answer(() => getPurgeReason(session, id)),
  };
}
