import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import { toDayNumber } from '../../../domain/time/calendar-date.ts';
import { OPEN_START_DAY } from '../../../domain/time/event-date.ts';
import { type SelectionColumns, selectionColumnsOf } from '../../sql/event-columns.ts';
import type { SnapshotWriter } from '../../sql/save-order.ts';
import { SNAPSHOT } from '../../sql/subject.ts';
import { nameWriter } from './write-names.ts';

const KEYS_OF_EVENT = `
  SELECT n.edition_key AS key FROM events e JOIN event_editions n ON n.event_key = e.event_key
  WHERE e.id = (SELECT ?) AND n.from_day >= (SELECT ?)`;

const ADD = `
  INSERT INTO event_editions (event_key, id, from_day, until_day, earliest_day, latest_day, span_bits, month_day,
    precision, role, type, modality, subject, document)
  SELECT e.event_key, e.id, @fromDay, @untilDay, @earliestDay, @latestDay, @spanBits, @monthDay,
    @precision, @role, @type, @modality, @subject, @document
  FROM events e WHERE e.id = @id
  RETURNING edition_key AS key`;

interface KeyRow {
  readonly key: number;
}

interface SnapshotColumns extends SelectionColumns {
  readonly id: string;
  readonly fromDay: number;
  readonly untilDay: number;
  readonly document: string;
}

export function snapshotWriter(database: Database): SnapshotWriter {
  const keysOf = database.prepare<[string, number], KeyRow>(KEYS_OF_EVENT);
  const remove = database.prepare<[number]>('DELETE FROM event_editions WHERE edition_key = ?');
  const add = database.prepare<SnapshotColumns, KeyRow>(ADD);
  const actors = nameWriter(database, 'actor', SNAPSHOT);
  const places = nameWriter(database, 'place', SNAPSHOT);
  return {
    remove: (id, since) => {
      const from = since === null ? OPEN_START_DAY : toDayNumber(since);
      const keys = keysOf.all(id, from).map(({ key }) => key);
      for (const key of keys) remove.run(key);
      return keys;
    },
    add: ({ from, until, event }) => {
      const { mentions: _mentions, ...own } = event;
      const days = { fromDay: toDayNumber(from), untilDay: toDayNumber(until) };
      const row = add.get({
        id: event.id,
        ...days,
        ...selectionColumnsOf(event),
        document: JSON.stringify(own),
      });
      if (row === undefined)
        throw new TimelineError('NOT_FOUND', `there is no event "${event.id}" to have snapshots`);
      for (const actor of event.actors) actors.link(row.key, actor);
      for (const place of event.places) places.link(row.key, place);
      return row.key;
    },
  };
}
