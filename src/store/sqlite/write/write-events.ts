import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import { isBoilerplate } from '../../../domain/event/is-boilerplate.ts';
import { textsOf } from '../../documents/event-texts.ts';
import { storedEvent } from '../../sql/columns/stored-event.ts';
import { columnsOf, type EventColumns } from '../../sql/event-columns.ts';
import type { EventWriter } from '../../sql/save-order.ts';
import type { KnownVersions } from '../known-versions.ts';
import { hiddenReader } from '../read/read-decisions.ts';
import { eventIndex } from './index-event.ts';
import { versionWriter } from './write-history.ts';

const SAVE_EVENT = `
  INSERT INTO events (id, version_key, hidden, revision, recorded_at, earliest_day, latest_day, span_bits, month_day,
    precision, role, type, modality, subject, confidence, source_count, settled_day)
  VALUES (@id, @versionKey, @hidden, @revision, @recordedAt, @earliestDay, @latestDay, @spanBits, @monthDay,
    @precision, @role, @type, @modality, @subject, @confidence, @sourceCount, @settledDay)
  ON CONFLICT (id) DO UPDATE SET version_key = excluded.version_key, hidden = excluded.hidden,
    revision = excluded.revision, earliest_day = excluded.earliest_day, latest_day = excluded.latest_day,
    span_bits = excluded.span_bits, month_day = excluded.month_day, precision = excluded.precision,
    role = excluded.role, type = excluded.type, modality = excluded.modality, subject = excluded.subject, confidence = excluded.confidence,
    source_count = excluded.source_count, settled_day = excluded.settled_day
  RETURNING event_key AS key`;

const FIND_EVENT = `
  SELECT e.event_key AS key, e.hidden, e.version_key AS versionKey FROM events e WHERE e.id = ?`;

interface KeyRow {
  readonly key: number;
}

interface KnownRow extends KeyRow {
  readonly hidden: number;
  readonly versionKey: number;
}

export function eventWriter(database: Database, keyOf: KnownVersions['keyOf']): EventWriter {
  const find = database.prepare<[string], KnownRow>(FIND_EVENT);
  // With a plain `= ?` under min(), SQLite would plan the statement again for each id.
  const firstRevision = database.prepare<[string], { revision: number | null }>(
    'SELECT min(v.revision) AS revision FROM event_versions v WHERE v.event_id = (SELECT ?)',
  );
  const saveEvent = database.prepare<EventColumns & { versionKey: number; hidden: number }, KeyRow>(
    SAVE_EVENT,
  );
  const saveDocument = database.prepare<[number, Buffer]>(
    'INSERT OR REPLACE INTO event_documents (event_key, document) VALUES (?, CAST(? AS TEXT))',
  );
  const savePublic = database.prepare<[number, Buffer]>(
    'INSERT OR REPLACE INTO served_documents (event_key, document) VALUES (?, CAST(? AS TEXT))',
  );
  const removePublic = database.prepare<[number]>('DELETE FROM served_documents WHERE event_key = ?');
  const removeEvent = database.prepare<[string], KeyRow>(
    'DELETE FROM events WHERE id = ? RETURNING event_key AS key',
  );
  const removeAlias = database.prepare<[string]>('DELETE FROM event_aliases WHERE id = ?');
  const isHidden = hiddenReader(database);
  const versions = versionWriter(database, keyOf);
  const index = eventIndex(database, keyOf);

  const addVersion = (event: TimelineEvent, hidden: boolean, known: KnownRow | undefined): number => {
    const wasHidden = known?.hidden === 1;
    if (!hidden) return versions.add(event, known === undefined || wasHidden ? 'ADDED' : 'CHANGED');
    return wasHidden
      ? known.versionKey
      : versions.end(event.id, event.revision, { change: 'HIDDEN', into: null });
  };
  return {
    release: (id) => {
      const row = find.get(id);
      if (row !== undefined) index.remove(row.key);
    },
    save: (derived, revision) => {
      const event = storedEvent(derived, revision, firstRevision.get(derived.id)?.revision ?? revision);
      const hidden = isHidden(event.id) || isBoilerplate(event.mentions);
      const versionKey = addVersion(event, hidden, find.get(event.id));
      const { key } = required(saveEvent.get({ ...columnsOf(event), versionKey, hidden: hidden ? 1 : 0 }));
      const texts = textsOf(event);
      saveDocument.run(key, texts.full);
      if (hidden) removePublic.run(key);
      else savePublic.run(key, texts.public);
      removeAlias.run(event.id);
      index.put(key, event, hidden);
      return { key, event, hidden };
    },
    end: (id, revision, ending) => {
      const removed = removeEvent.get(id);
      if (removed === undefined)
        throw new TimelineError('NOT_FOUND', `there is no event "${id}" to withdraw`);
      versions.end(id, revision, ending);
      return removed.key;
    },
  };
}

function required(row: KeyRow | undefined): KeyRow {
  if (row === undefined) throw new Error('an INSERT … RETURNING returned nothing');
  return row;
}
