import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { AbsorbedId, EventId, MentionId } from '../../../domain/event/ids.ts';
import { type CalendarDate, toDayNumber } from '../../../domain/time/calendar-date.ts';
import type { EventLookup } from '../../port/event-store.ts';
import { type LookupRow, type PastRow, toLookup, toPastEvent } from '../../sql/event-lookup.ts';
import {
  type AbsorbedRow,
  type DocumentRow,
  type SnapshotRow,
  toAbsorbedId,
  toEvent,
  toEventAsOf,
  toEventId,
} from '../../sql/rows.ts';

/** Reads that begin at an id. Each is one statement, so that it sees a single state of the store. */
export interface EventReader {
  lookUp(id: EventId): EventLookup;
  getVersion(id: EventId, revision: number): TimelineEvent | undefined;
  getAll(ids: readonly EventId[]): readonly (TimelineEvent | undefined)[];
  getAsOf(id: EventId, asOf: CalendarDate): TimelineEvent | undefined;
  listAbsorbed(ids: readonly EventId[]): readonly AbsorbedId[];
  getIdOfMention(id: MentionId): EventId | undefined;
  /** Throws `PURGED` where the id leads to a withdrawn event whose last version was purged. */
  refusePurged(id: EventId): undefined;
}

export function eventReader(database: Database): EventReader {
  const lookUp = database.prepare<{ id: string }, LookupRow>(LOOK_UP);
  const getVersion = database.prepare<{ id: string; revision: number | null }, PastRow>(GET_VERSION);
  const getAll = database.prepare<[string], PlacedRow>(GET_ALL);
  const getAsOf = database.prepare<{ id: string; day: number }, SnapshotRow>(GET_AS_OF);
  const listAbsorbed = database.prepare<[string], AbsorbedRow>(LIST_ABSORBED);
  const getIdOfMention = database.prepare<[string], string>(GET_ID_OF_MENTION).pluck();
  const version = (id: EventId, revision: number | null): TimelineEvent | undefined =>
    toPastEvent(id, getVersion.get({ id, revision }));
  const lookUpPresent = (id: EventId): EventLookup => {
    const found = toLookup(lookUp.get({ id }));
    if (found.kind === 'withdrawn') version(id, null);
    return found;
  };
  const refusePurged = (id: EventId): undefined => {
    const found = lookUpPresent(id);
    if (found.kind === 'merged') lookUpPresent(found.into);
  };
  return {
    lookUp: lookUpPresent,
    getVersion: version,
    refusePurged,
    getAll: (ids) => {
      const rows = new Map(getAll.all(JSON.stringify(ids)).map((row) => [row.place, row]));
      return ids.map((_, place) => {
        const row = rows.get(place);
        return row === undefined ? undefined : toEvent(row);
      });
    },
    getAsOf: (id, asOf) => {
      const row = getAsOf.get({ id, day: toDayNumber(asOf) });
      return row === undefined ? refusePurged(id) : toEventAsOf(row, asOf);
    },
    listAbsorbed: (ids) => listAbsorbed.all(JSON.stringify(ids)).map(toAbsorbedId),
    getIdOfMention: (id) => {
      const found = getIdOfMention.get(id);
      return found === undefined ? undefined : toEventId(found);
    },
  };
}

/**
 * One row in any case. There and below, `= (SELECT @id)` is the plain comparison, but keeps SQLite from planning a sorted
 * search again for each id.
 */
const LOOK_UP = `
  SELECT CASE e.hidden WHEN 0 THEN d.document END AS document,
    CASE e.hidden WHEN 1 THEN (
      SELECT v.revision FROM event_versions v WHERE v.version_key = e.version_key) END AS hidden_at,
    CASE WHEN e.id IS NULL THEN (SELECT a.into_id FROM event_aliases a WHERE a.id = @id) END AS into_id,
    CASE WHEN e.id IS NULL THEN (
      SELECT max(v.revision) FROM event_versions v
      WHERE v.event_id = (SELECT @id) AND v.document IS NULL) END AS withdrawn_at
  FROM (SELECT 1)
  LEFT JOIN events e ON e.id = (SELECT @id)
  LEFT JOIN event_documents d ON d.event_key = e.event_key`;

/**
 * The JSON of an event at a version, for a row `v` of `event_versions`: its own fields, then its mentions, letter for letter
 * as they were served then. Null for a tombstone.
 */
export const FULL_VERSION = `
  substr(v.document, 1, length(v.document) - 1) || ',"mentions":[' || coalesce((
    SELECT group_concat(m.document, ',' ORDER BY j.key)
    FROM json_each(v.mentions) j CROSS JOIN mention_versions m ON m.version_key = j.value), '') || ']}'`;

/** The version at a revision, or the last one where that is null. */
const GET_VERSION = `
  SELECT ${FULL_VERSION} AS document, CASE WHEN v.into_id IS NULL THEN (
    SELECT p.reason FROM event_versions w
    LEFT JOIN purged_versions x ON x.version_key = w.version_key
    LEFT JOIN purges p ON p.article_id = x.article_id
    WHERE w.event_id = v.event_id AND w.revision <= v.revision AND w.document IS NOT NULL
    ORDER BY w.revision DESC LIMIT 1) END AS purged
  FROM event_versions v
  WHERE v.event_id = (SELECT @id) AND v.revision <= coalesce(@revision, (SELECT s.revision FROM store_state s))
    AND coalesce(@revision, 0) <= (SELECT s.revision FROM store_state s)
  ORDER BY v.revision DESC LIMIT 1`;

interface PlacedRow extends DocumentRow {
  readonly place: number;
}

const GET_ALL = `
  SELECT j.key AS place, d.document AS document
  FROM json_each(?) j
  CROSS JOIN events e ON e.id = coalesce((SELECT a.into_id FROM event_aliases a WHERE a.id = j.value), j.value)
  CROSS JOIN event_documents d ON d.event_key = e.event_key
  WHERE e.hidden = 0`;

/** An event that was not complete by the day needs a snapshot of it. Merged ids are followed. */
const GET_AS_OF = `
  SELECT d.document AS document, n.document AS snapshot
  FROM events e
  JOIN event_documents d ON d.event_key = e.event_key
  LEFT JOIN event_editions n ON n.event_key = e.event_key AND n.from_day <= @day AND n.until_day > @day
  WHERE e.id = coalesce((SELECT a.into_id FROM event_aliases a WHERE a.id = @id), @id)
    AND e.hidden = 0 AND (e.settled_day <= @day OR n.edition_key IS NOT NULL)`;

const LIST_ABSORBED = `
  SELECT a.id AS id, a.into_id AS into_id,
    (SELECT min(v.revision) FROM event_versions v WHERE v.event_id = a.id) AS recorded_at
  FROM json_each(?) j
  CROSS JOIN event_aliases a ON a.into_id = j.value
  ORDER BY j.key, a.id`;

const GET_ID_OF_MENTION = `
  SELECT e.id AS id
  FROM mentions m
  JOIN events e ON e.event_key = m.event_key
  WHERE m.id = (SELECT ?) AND e.hidden = 0`;
