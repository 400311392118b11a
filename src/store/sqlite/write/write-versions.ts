import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';

/** How an event that has ended went: out of the timeline, out of sight, or into another one. */
export type Ending =
  | { readonly change: 'WITHDRAWN' | 'HIDDEN'; readonly into: null }
  | { readonly change: 'MERGED'; readonly into: EventId };

/** Adds to the history of events, which is never changed. Returns the key of the new version. */
export interface VersionWriter {
  /** What did not change since the mention's last version is not stored again. */
  add(event: TimelineEvent, change: 'ADDED' | 'CHANGED'): number;
  end(id: EventId, revision: number, ending: Ending): number;
}

interface KeyRow {
  readonly key: number;
}

const ADD_EVENT_VERSION = `
  INSERT INTO event_versions (event_id, revision, change, into_id, document, mentions)
  VALUES (?, ?, ?, ?, ?, ?) RETURNING version_key AS key`;

// A plain `= ?` in a sorted search would have SQLite plan the statement anew for each id.
const LAST_MENTION_VERSION = `
  SELECT m.version_key AS key, m.document FROM mention_versions m
  WHERE m.mention_id = (SELECT ?) ORDER BY m.revision DESC LIMIT 1`;

export function versionWriter(database: Database): VersionWriter {
  const addVersion = database.prepare<
    [string, number, string, string | null, string | null, string | null],
    KeyRow
  >(ADD_EVENT_VERSION);
  const lastOf = database.prepare<[string], KeyRow & { readonly document: string }>(LAST_MENTION_VERSION);
  const addMention = database.prepare<[string, number, string], KeyRow>(
    'INSERT INTO mention_versions (mention_id, revision, document) VALUES (?, ?, ?) RETURNING version_key AS key',
  );
  const keep = (mention: Mention, revision: number): number => {
    const document = JSON.stringify(mention);
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
