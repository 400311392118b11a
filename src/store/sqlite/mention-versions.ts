import type { Database } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Mention } from '../../domain/event/mention.ts';
import { type DocumentRow, toMention } from '../sql/rows.ts';
import { lastPurge } from './last-purge.ts';

/** Enough for ten events that 300 articles tell. A mention takes some 8 kB with what joining keeps about it. */
const MOST_KEPT = 3000;

/**
 * Reads mentions by the keys of their versions. A version changes only by a purge, so that its mention is one object while it is
 * kept: joining an event again does not prepare its mentions again.
 */
export interface MentionVersions {
  /** A reader for the present state of the store, as long as that is in one transaction. */
  reader(): (keys: readonly number[]) => readonly Mention[];
  /** The key that a mention was read by. */
  keyOf(mention: Mention): number | undefined;
  /** Forgets all. After a rollback, a key may become that of another version. */
  forget(): void;
}

interface VersionRow extends DocumentRow {
  readonly key: number;
}

export function mentionVersions(database: Database): MentionVersions {
  const select = database.prepare<[string], VersionRow>(`
    SELECT m.version_key AS key, m.document AS document
    FROM json_each(?) j CROSS JOIN mention_versions m ON m.version_key = j.value`);
  const readLastPurge = lastPurge(database).read;
  let purgeSeen: string | undefined;
  const kept = new LRUCache<number, Mention>({ max: MOST_KEPT });
  let keys = new WeakMap<Mention, number>();
  const forget = (): void => {
    kept.clear();
    keys = new WeakMap();
  };
  /** A purge frees keys, in another process too. Later versions get these keys again. */
  const forgetPurged = (): void => {
    const last = readLastPurge();
    if (last !== purgeSeen) forget();
    purgeSeen = last;
  };
  const read = (wanted: readonly number[]): readonly Mention[] => {
    const found = new Map(wanted.map((key) => [key, kept.get(key)]));
    const missing = wanted.filter((key) => found.get(key) === undefined);
    for (const { key, document } of missing.length === 0 ? [] : select.all(JSON.stringify(missing))) {
      const mention = toMention({ document });
      found.set(key, mention);
      kept.set(key, mention);
      keys.set(mention, key);
    }
    return wanted.flatMap((key) => found.get(key) ?? []);
  };
  return {
    reader: () => {
      forgetPurged();
      return read;
    },
    keyOf: (mention) => keys.get(mention),
    forget,
  };
}
