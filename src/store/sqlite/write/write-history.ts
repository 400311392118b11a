import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import { textOfMention } from '../../documents/event-texts.ts';
import type { EventChanges } from '../../port/event-store.ts';
import type { Ending } from '../../sql/save-order.ts';
import type { KnownVersions } from '../known-versions.ts';

/** Adds to the history of events, which is never changed. Returns the key of the new version. */
export interface VersionWriter {
  /** A mention that is the same as in its last version is not stored again. */
  add(event: TimelineEvent, change: 'ADDED' | 'CHANGED'): number;
  end(id: EventId, revision: number, ending: Ending): number;
}

interface KeyRow {
  readonly key: number;
}

const ADD_EVENT_VERSION = `
  INSERT INTO event_versions (event_id, revision, change, into_id, document, mentions)
  VALUES (?, ?, ?, ?, ?, ?) RETURNING version_key AS key`;

// With a plain `= ?` in a sorted search, SQLite would plan the statement again for each id.
const LAST_MENTION_VERSION = `
  SELECT m.version_key AS key, m.document FROM mention_versions m
  WHERE m.mention_id = (SELECT ?) ORDER BY m.revision DESC LIMIT 1`;

export function versionWriter(database: Database, keyOf: KnownVersions['keyOf']): VersionWriter {
  const addVersion = database.prepare<
    [string, number, string, string | null, string | null, string | null],
    KeyRow
  >(ADD_EVENT_VERSION);
  const lastOf = database.prepare<[string], KeyRow & { readonly document: string }>(LAST_MENTION_VERSION);
  const addMention = database.prepare<[string, number, string], KeyRow>(
    'INSERT INTO mention_versions (mention_id, revision, document) VALUES (?, ?, ?) RETURNING version_key AS key',
  );
  const keep = (mention: Mention, revision: number): number => {
    const known = keyOf(mention);
    if (known !== undefined) return known;
    const document = textOfMention(mention);
    const last = lastOf.get(mention.id);
    return last?.document === document
      ? last.key
      : required(addMention.get(mention.id, revision, document)).key;
  };
  return {
    add: ({ mentions, ...own }, change) => {
      const keys = mentions.map((mention) => keep(mention, own.revision));
      const document = JSON.stringify(own);
      return required(addVersion.get(own.id, own.revision, change, null, document, JSON.stringify(keys))).key;
    },
    end: (id, revision, { change, into }) =>
      required(addVersion.get(id, revision, change, into, null, null)).key,
  };
}

function required(row: KeyRow | undefined): KeyRow {
  if (row === undefined) throw new Error('an INSERT … RETURNING returned nothing');
  return row;
}

/**
 * Records merges, in any order. Every alias leads straight to the event that stays, so that the aliases of a merged event
 * are turned to it. Throws `NOT_FOUND` unless the event exists.
 */
export function aliasWriter(database: Database): (merged: EventChanges['merged'], revision: number) => void {
  const aliasOf = database.prepare<[string], { into_id: string }>(
    'SELECT a.into_id FROM event_aliases a WHERE a.id = ?',
  );
  const turn = database.prepare<[string, number, string]>(
    'UPDATE event_aliases SET into_id = ?, revision = ? WHERE into_id = ?',
  );
  const add = database.prepare<[string, string, number]>(
    'INSERT INTO event_aliases (id, into_id, revision) VALUES (?, ?, ?)',
  );
  const stayed = database.prepare<[string], { id: string }>(
    'SELECT e.id FROM event_aliases a JOIN events e ON e.id = a.into_id WHERE a.id = ?',
  );
  return (merged, revision) => {
    for (const { from, into } of merged) {
      const target = aliasOf.get(into)?.into_id ?? into;
      turn.run(target, revision, from);
      add.run(from, target, revision);
    }
    for (const { from, into } of merged)
      if (stayed.get(from) === undefined)
        throw new TimelineError('NOT_FOUND', `there is no event "${into}" to merge "${from}" into`);
  };
}
