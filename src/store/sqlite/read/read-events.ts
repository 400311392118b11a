import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { AbsorbedId, EventId, MentionId } from '../../../domain/event/ids.ts';
import { type CalendarDate, toDayNumber } from '../../../domain/time/calendar-date.ts';
import type { EventLookup, EventStore } from '../../port/event-store.ts';
import {
  type AbsorbedRow,
  type DocumentRow,
  type EditionRow,
  toAbsorbedId,
  toEvent,
  toEventAsOf,
  toEventId,
} from '../../sql/rows.ts';
import { WHOLE_VERSION } from '../verify/whole-version.ts';

/** Reads that begin at an id. Each is one statement, so that it sees one state of the store. */
export interface EventReader {
  lookUp(id: EventId): EventLookup;
  getVersion(id: EventId, revision: number): TimelineEvent | undefined;
  getAll(ids: readonly EventId[]): readonly (TimelineEvent | undefined)[];
  getAsOf(id: EventId, asOf: CalendarDate): TimelineEvent | undefined;
  listAbsorbed(ids: readonly EventId[]): readonly AbsorbedId[];
  getMention(id: MentionId): Awaited<ReturnType<EventStore['getMention']>>;
}

export function eventReader(database: Database): EventReader {
  const lookUp = database.prepare<{ id: string }, LookupRow>(LOOK_UP);
  const getVersion = database.prepare<{ id: string; revision: number }, VersionRow>(GET_VERSION);
  const getAll = database.prepare<[string], PlacedRow>(GET_ALL);
  const getAsOf = database.prepare<{ id: string; day: number }, EditionRow>(GET_AS_OF);
  const listAbsorbed = database.prepare<[string], AbsorbedRow>(LIST_ABSORBED);
  const getByMention = database.prepare<[string], DocumentRow>(GET_BY_MENTION);
  return {
    lookUp: (id) => toLookup(lookUp.get({ id })),
    getVersion: (id, revision) => {
      const document = getVersion.get({ id, revision })?.document ?? null;
      return document === null ? undefined : toEvent({ document });
    },
    getAll: (ids) => {
      const rows = new Map(getAll.all(JSON.stringify(ids)).map((row) => [row.place, row]));
      return ids.map((_, place) => {
        const row = rows.get(place);
        return row === undefined ? undefined : toEvent(row);
      });
    },
    getAsOf: (id, asOf) => {
      const row = getAsOf.get({ id, day: toDayNumber(asOf) });
      return row === undefined ? undefined : toEventAsOf(row, asOf);
    },
    listAbsorbed: (ids) => listAbsorbed.all(JSON.stringify(ids)).map(toAbsorbedId),
    getMention: (id) => {
      const row = getByMention.get(id);
      return row === undefined ? undefined : mentionIn(toEvent(row), id);
    },
  };
}

interface LookupRow {
  readonly document: string | null;
  readonly into_id: string | null;
  readonly withdrawn_at: number | null;
  readonly hidden_at: number | null;
}

/**
 * The arms are tried in order and the first that has a row ends the search; the last one always has one. There and below,
 * `= (SELECT @id)` is the plain comparison, but keeps SQLite from planning a sorted search anew for each id.
 */
const LOOK_UP = `
  SELECT iif(e.hidden = 0, d.document, NULL) AS document, NULL AS into_id, NULL AS withdrawn_at,
    iif(e.hidden = 1, (SELECT v.revision FROM event_versions v WHERE v.version_key = e.version_key), NULL) AS hidden_at
  FROM events e JOIN event_documents d ON d.event_key = e.event_key WHERE e.id = @id
  UNION ALL
  SELECT NULL, a.into_id, NULL, NULL FROM event_aliases a WHERE a.id = @id
  UNION ALL
  SELECT NULL, NULL, max(v.revision), NULL FROM event_versions v
  WHERE v.event_id = (SELECT @id) AND v.document IS NULL
  LIMIT 1`;

function toLookup(row: LookupRow | undefined): EventLookup {
  if (row === undefined) return { kind: 'unknown' };
  if (row.document !== null) return { kind: 'found', event: toEvent({ document: row.document }) };
  if (row.hidden_at !== null) return { kind: 'hidden', revision: row.hidden_at };
  if (row.into_id !== null) return { kind: 'merged', into: toEventId(row.into_id) };
  return row.withdrawn_at === null ? { kind: 'unknown' } : { kind: 'withdrawn', revision: row.withdrawn_at };
}

interface VersionRow {
  readonly document: string | null;
}

const GET_VERSION = `
  SELECT ${WHOLE_VERSION} AS document FROM event_versions v
  WHERE v.event_id = (SELECT @id) AND v.revision <= @revision
    AND @revision <= (SELECT s.revision FROM store_state s)
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

/** An event that is not settled on the day needs an edition of it. Merged ids are followed. */
const GET_AS_OF = `
  SELECT d.document AS document, n.document AS edition
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

const GET_BY_MENTION = `
  SELECT d.document AS document
  FROM mentions m
  JOIN events e ON e.event_key = m.event_key
  JOIN event_documents d ON d.event_key = e.event_key
  WHERE m.id = ? AND e.hidden = 0`;

function mentionIn(event: TimelineEvent, id: MentionId): ReturnType<EventReader['getMention']> {
  const mention = event.mentions.find((candidate) => candidate.id === id);
  return mention === undefined ? undefined : { mention, eventId: event.id };
}
