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
import type { Session } from '../session.ts';

/** One row in any case. */
const LOOK_UP = `
  SELECT CASE e.hidden WHEN 0 THEN d.document END AS document,
    CASE e.hidden WHEN 1 THEN (
      SELECT v.revision FROM event_versions v WHERE v.version_key = e.version_key) END AS hidden_at,
    CASE WHEN e.id IS NULL THEN (SELECT a.into_id FROM event_aliases a WHERE a.id = $2) END AS into_id,
    CASE WHEN e.id IS NULL THEN (
      SELECT max(v.revision) FROM event_versions v WHERE v.event_id = $2 AND v.document IS NULL) END AS withdrawn_at
  FROM (SELECT 1) one
  LEFT JOIN events e ON e.id = $2
  LEFT JOIN event_documents d ON d.event_key = e.event_key`;

/** Throws `PURGED` for a withdrawn event whose last version was purged. */
export async function lookUpEvent(session: Session, id: EventId): Promise<EventLookup> {
  const [row] = await session.read<LookupRow>(LOOK_UP, id);
  const found = toLookup(row);
  if (found.kind === 'withdrawn') await getEventVersion(session, id, null);
  return found;
}

/** Throws `PURGED` where the id leads to a withdrawn event whose last version was purged. */
export async function refusePurged(session: Session, id: EventId): Promise<undefined> {
  const found = await lookUpEvent(session, id);
  if (found.kind === 'merged') await lookUpEvent(session, found.into);
  return undefined;
}

/** The JSON of an event at a version, for a row `v` of `event_versions`, letter for letter as it was served. Null for a tombstone. */
export const FULL_VERSION = `
  left(v.document, -1) || ',"mentions":[' || coalesce((
    SELECT string_agg(m.document, ',' ORDER BY j.place)
    FROM unnest(v.mentions) WITH ORDINALITY j(key, place) JOIN mention_versions m ON m.version_key = j.key), '') || ']}'`;

const GET_VERSION = `
  SELECT ${FULL_VERSION} AS document, CASE WHEN v.into_id IS NULL THEN (
    SELECT p.reason FROM event_versions w
    LEFT JOIN purged_versions x ON x.version_key = w.version_key
    LEFT JOIN purges p ON p.article_id = x.article_id
    WHERE w.event_id = v.event_id AND w.revision <= v.revision AND w.document IS NOT NULL
    ORDER BY w.revision DESC LIMIT 1) END AS purged
  FROM event_versions v CROSS JOIN store_state s
  WHERE v.event_id = $2 AND v.revision <= coalesce($3::integer, s.revision) AND coalesce($3::integer, 0) <= s.revision
  ORDER BY v.revision DESC LIMIT 1`;

/** The version at a revision, or the last one where that is null. */
export async function getEventVersion(
  session: Session,
  id: EventId,
  revision: number | null,
): Promise<TimelineEvent | undefined> {
  const [row] = await session.read<PastRow>(GET_VERSION, id, revision);
  return toPastEvent(id, row);
}

interface PlacedRow extends DocumentRow {
  readonly place: number;
}

const GET_ALL = `
  SELECT j.place, d.document
  FROM unnest($2::text[]) WITH ORDINALITY j(id, place)
  LEFT JOIN event_aliases a ON a.id = j.id
  JOIN events e ON e.id = coalesce(a.into_id, j.id)
  JOIN event_documents d ON d.event_key = e.event_key
  WHERE e.hidden = 0`;

export async function getEvents(
  session: Session,
  ids: readonly EventId[],
): Promise<readonly (TimelineEvent | undefined)[]> {
  const rows = await session.read<PlacedRow>(GET_ALL, ids);
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return ids.map((_, index) => {
    const row = byPlace.get(index + 1);
    return row === undefined ? undefined : toEvent(row);
  });
}

/** An event that was not complete by the day needs a snapshot of it. Merged ids are followed. */
const GET_AS_OF = `
  SELECT d.document, n.document AS snapshot
  FROM events e
  JOIN event_documents d ON d.event_key = e.event_key
  LEFT JOIN event_editions n ON n.event_key = e.event_key AND n.from_day <= $3 AND n.until_day > $3
  WHERE e.id = coalesce((SELECT a.into_id FROM event_aliases a WHERE a.id = $2), $2)
    AND e.hidden = 0 AND (e.settled_day <= $3 OR n.edition_key IS NOT NULL)`;

export async function getEventAsOf(
  session: Session,
  id: EventId,
  asOf: CalendarDate,
): Promise<TimelineEvent | undefined> {
  const [row] = await session.read<SnapshotRow>(GET_AS_OF, id, toDayNumber(asOf));
  return row === undefined ? refusePurged(session, id) : toEventAsOf(row, asOf);
}

const LIST_ABSORBED = `
  SELECT a.id, a.into_id, (SELECT min(v.revision) FROM event_versions v WHERE v.event_id = a.id) AS recorded_at
  FROM unnest($2::text[]) WITH ORDINALITY j(id, place)
  JOIN event_aliases a ON a.into_id = j.id
  ORDER BY j.place, a.id`;

export async function listAbsorbed(
  session: Session,
  ids: readonly EventId[],
): Promise<readonly AbsorbedId[]> {
  return (await session.read<AbsorbedRow>(LIST_ABSORBED, ids)).map(toAbsorbedId);
}

const GET_ID_OF_MENTION = `
  SELECT e.id
  FROM mentions m
  JOIN events e ON e.event_key = m.event_key
  WHERE m.id = $2 AND e.hidden = 0`;

export async function getEventIdOfMention(session: Session, id: MentionId): Promise<EventId | undefined> {
  const [row] = await session.read<{ readonly id: string }>(GET_ID_OF_MENTION, id);
  return row === undefined ? undefined : toEventId(row.id);
}
