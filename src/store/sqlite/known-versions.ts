import type { Database } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { type DocumentRow, toEventOfVersion, toMention, type VersionRow } from '../sql/rows.ts';
import { lastPurge } from './last-purge.ts';

/** Enough for ten events that 300 articles tell. A mention takes some 8 kB with what joining keeps about it. */
const MOST_MENTIONS = 3000;

/**
 * Reads events and mentions by the keys of their versions. A version changes only by a purge, so that its event or mention is one
 * object while it is kept: joining an event again does not prepare its mentions again.
 */
export interface KnownVersions {
  /** The events of their last versions, in the order of the keys. */
  readEvents(keys: readonly number[]): readonly TimelineEvent[];
  /** The key that a mention was read by. */
  keyOf(mention: Mention): number | undefined;
  /** Forgets all. After a rollback, a key may become that of another version. */
  forget(): void;
}

interface Keyed {
  readonly key: number;
}

const MENTIONS = `
  SELECT m.version_key AS key, m.document AS document
  FROM json_each(?) j CROSS JOIN mention_versions m ON m.version_key = j.value`;

/** A hidden event has ended with a version without a document. Its whole document goes on changing. */
const EVENTS = `
  SELECT v.version_key AS key, v.mentions AS mentions, coalesce(v.document, (
    SELECT d.document FROM events e CROSS JOIN event_documents d ON d.event_key = e.event_key
    WHERE e.id = v.event_id)) AS document
  FROM json_each(?) j CROSS JOIN event_versions v ON v.version_key = j.value`;

export function knownVersions(database: Database): KnownVersions {
  const selectMentions = database.prepare<[string], Keyed & DocumentRow>(MENTIONS);
  const selectEvents = database.prepare<[string], Keyed & VersionRow>(EVENTS);
  const readLastPurge = lastPurge(database).read;
  let purgeSeen: string | undefined;
  // An event keeps its mentions.
  const events = new LRUCache<number, TimelineEvent>({
    maxSize: MOST_MENTIONS,
    sizeCalculation: (event) => event.mentions.length,
  });
  const mentions = new LRUCache<number, Mention>({ max: MOST_MENTIONS });
  let keys = new WeakMap<Mention, number>();
  const forget = (): void => {
    events.clear();
    mentions.clear();
    keys = new WeakMap();
  };
  /** A purge frees keys, in another process too. Later versions get these keys again. */
  const forgetPurged = (): void => {
    const last = readLastPurge();
    if (last !== purgeSeen) forget();
    purgeSeen = last;
  };
  const mentionsOf = (wanted: readonly number[]): readonly Mention[] => {
    const found = new Map(wanted.map((key) => [key, mentions.get(key)]));
    const missing = wanted.filter((key) => found.get(key) === undefined);
    for (const { key, document } of missing.length === 0 ? [] : selectMentions.all(JSON.stringify(missing))) {
      const mention = toMention({ document });
      found.set(key, mention);
      mentions.set(key, mention);
      keys.set(mention, key);
    }
    return wanted.flatMap((key) => found.get(key) ?? []);
  };
  return {
    readEvents: (wanted) => {
      forgetPurged();
      const found = new Map(wanted.map((key) => [key, events.get(key)]));
      const missing = wanted.filter((key) => found.get(key) === undefined);
      for (const row of missing.length === 0 ? [] : selectEvents.all(JSON.stringify(missing))) {
        const event = toEventOfVersion(row, mentionsOf);
        found.set(row.key, event);
        if (row.mentions !== null) events.set(row.key, event);
      }
      return wanted.flatMap((key) => found.get(key) ?? []);
    },
    keyOf: (mention) => keys.get(mention),
    forget,
  };
}
