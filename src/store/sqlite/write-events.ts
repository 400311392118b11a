import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';
import type { DerivedEvent, TimelineEvent } from '../../domain/event.ts';
import type { EventId } from '../../domain/ids.ts';
import { columnsOf, type EventColumns } from './event-columns.ts';
import { eventIndex } from './index-event.ts';

/** Writes events and their versions. An event is released before it is saved or withdrawn. */
export interface EventWriter {
  /** Takes the event out of its index rows, so that its mentions are free to go to another one. */
  release(id: EventId): void;
  save(event: DerivedEvent, revision: number): { readonly key: number; readonly event: TimelineEvent };
  /** Ends the event with a version that has no document; returns its key. Throws `NOT_FOUND` where there is none. */
  withdraw(id: EventId, revision: number): number;
}

const SAVE_EVENT = `
  INSERT INTO events (id, version_key, revision, recorded_at, earliest_day, latest_day, span_bits, month_day,
    precision, type, modality, confidence, source_count)
  VALUES (@id, @versionKey, @revision, @recordedAt, @earliestDay, @latestDay, @spanBits, @monthDay,
    @precision, @type, @modality, @confidence, @sourceCount)
  ON CONFLICT (id) DO UPDATE SET version_key = excluded.version_key, revision = excluded.revision,
    earliest_day = excluded.earliest_day, latest_day = excluded.latest_day, span_bits = excluded.span_bits,
    month_day = excluded.month_day, precision = excluded.precision, type = excluded.type,
    modality = excluded.modality, confidence = excluded.confidence, source_count = excluded.source_count
  RETURNING event_key AS key`;

interface KeyRow {
  readonly key: number;
}

export function eventWriter(database: Database): EventWriter {
  const keyOf = database.prepare<[string], KeyRow>('SELECT e.event_key AS key FROM events e WHERE e.id = ?');
  // A plain `= ?` under min() would have SQLite plan the statement anew for each id.
  const firstRevision = database.prepare<[string], { revision: number | null }>(
    'SELECT min(v.revision) AS revision FROM event_versions v WHERE v.event_id = (SELECT ?)',
  );
  const addVersion = database.prepare<[string, number, string | null], KeyRow>(
    'INSERT INTO event_versions (event_id, revision, document) VALUES (?, ?, ?) RETURNING version_key AS key',
  );
  const saveEvent = database.prepare<EventColumns & { versionKey: number }, KeyRow>(SAVE_EVENT);
  const removeEvent = database.prepare<[string], KeyRow>(
    'DELETE FROM events WHERE id = ? RETURNING event_key AS key',
  );
  const removeAlias = database.prepare<[string]>('DELETE FROM event_aliases WHERE id = ?');
  const index = eventIndex(database);

  return {
    release: (id) => {
      const row = keyOf.get(id);
      if (row !== undefined) index.remove(row.key);
    },
    save: (derived, revision) => {
      const recordedAt = firstRevision.get(derived.id)?.revision ?? revision;
      const event = eventOf(derived, revision, recordedAt);
      const versionKey = required(addVersion.get(event.id, revision, JSON.stringify(event))).key;
      const { key } = required(saveEvent.get({ ...columnsOf(event), versionKey }));
      removeAlias.run(event.id);
      index.add(key, event);
      return { key, event };
    },
    withdraw: (id, revision) => {
      const removed = removeEvent.get(id);
      if (removed === undefined)
        throw new TimelineError('NOT_FOUND', `there is no event "${id}" to withdraw`);
      addVersion.get(id, revision, null);
      return removed.key;
    },
  };
}

/** Spelled out, so that documents have no other fields, and these in one order. */
const eventOf = (derived: DerivedEvent, revision: number, recordedAt: number): TimelineEvent => ({
  id: derived.id,
  revision,
  recordedAt,
  title: derived.title,
  date: derived.date,
  type: derived.type,
  modality: derived.modality,
  actors: derived.actors,
  places: derived.places,
  confidence: derived.confidence,
  sourceCount: derived.sourceCount,
  mentions: derived.mentions,
});

function required(row: KeyRow | undefined): KeyRow {
  if (row === undefined) throw new Error('an INSERT … RETURNING returned nothing');
  return row;
}
