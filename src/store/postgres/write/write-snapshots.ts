import { TimelineError } from '../../../domain/errors.ts';
import type { SnapshotChange } from '../../../domain/event/event.ts';
import { toDayNumber } from '../../../domain/time/calendar-date.ts';
import { OPEN_START_DAY } from '../../../domain/time/event-date.ts';
import { selectionColumnsOf } from '../../sql/event-columns.ts';
import { searchVectorOf } from '../search/words.ts';
import type { Session } from '../session.ts';
import { arrayOfList, documentList } from './document-list.ts';
import { writeLinks } from './write-links.ts';

/** Removes the snapshots of each event that begin on a day or later, or all where it is null. */
export async function removeSnapshots(session: Session, changes: readonly SnapshotChange[]): Promise<void> {
  if (changes.length === 0) return;
  await session.write(
    `DELETE FROM event_editions n USING events e, unnest($2::text[], $3::integer[]) j (id, since)
    WHERE e.timeline_id = $1 AND e.id = j.id
      AND n.timeline_id = $1 AND n.event_key = e.event_key AND n.from_day >= j.since`,
    changes.map(({ event }) => event),
    changes.map(({ since }) => (since === null ? OPEN_START_DAY : toDayNumber(since))),
  );
}

const ADD = `
  INSERT INTO event_editions (timeline_id, edition_key, event_key, id, from_day, until_day, earliest_day, latest_day,
    span_bits, month_day, precision, role, type, modality, subject, confidence, source_count, document)
  SELECT $1::integer, g.* FROM unnest($2::integer[], $3::integer[], $4::text[], $5::integer[], $6::integer[], $7::integer[],
    $8::integer[], $9::integer[], $10::integer[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
    $16::float8[], $17::integer[], ${arrayOfList('$18')}) g`;

const ADD_WORDS = `
  INSERT INTO edition_search (timeline_id, edition_key, words)
  SELECT $1::integer, g.key, g.words::tsvector FROM unnest($2::integer[], ${arrayOfList('$3')}) g (key, words)`;

/** `lastKey` is the greatest key in use. Throws `NOT_FOUND` for a snapshot of an event that is not stored. */
export async function addSnapshots(
  session: Session,
  changes: readonly SnapshotChange[],
  lastKey: number,
  eventKeyOf: (id: string) => number | undefined,
): Promise<void> {
  const rows = changes
    .flatMap(({ snapshots }) => snapshots)
    .map(({ from, until, event }, index) => {
      const { mentions: _mentions, ...own } = event;
      const eventKey = eventKeyOf(event.id);
      if (eventKey === undefined)
        throw new TimelineError('NOT_FOUND', `there is no event "${event.id}" to have snapshots`);
      return {
        key: lastKey + 1 + index,
        eventKey,
        event,
        fromDay: toDayNumber(from),
        untilDay: toDayNumber(until),
        columns: selectionColumnsOf(event),
        document: JSON.stringify(own),
      };
    });
  if (rows.length === 0) return;
  const keys = rows.map(({ key }) => key);
  await Promise.all([
    session.write(
      ADD,
      keys,
      rows.map(({ eventKey }) => eventKey),
      rows.map(({ event }) => event.id),
      rows.map(({ fromDay }) => fromDay),
      rows.map(({ untilDay }) => untilDay),
      rows.map(({ columns }) => columns.earliestDay),
      rows.map(({ columns }) => columns.latestDay),
      rows.map(({ columns }) => columns.spanBits),
      rows.map(({ columns }) => columns.monthDay),
      rows.map(({ columns }) => columns.precision),
      rows.map(({ columns }) => columns.role),
      rows.map(({ columns }) => columns.type),
      rows.map(({ columns }) => columns.modality),
      rows.map(({ columns }) => columns.subject),
      rows.map(({ event }) => event.confidence),
      rows.map(({ event }) => event.sourceCount),
      documentList(rows.map(({ document }) => document)),
    ),
    session.write(ADD_WORDS, keys, documentList(rows.map(({ event }) => searchVectorOf(event)))),
    writeLinks(
      session,
      'edition',
      rows.map(({ key, event }) => ({ key, actors: event.actors, places: event.places })),
    ),
  ]);
}
