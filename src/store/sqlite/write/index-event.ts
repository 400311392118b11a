import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import { mentionDaysOf } from '../../sql/event-columns.ts';
import type { KnownVersions } from '../known-versions.ts';
import { nameWriter } from './write-names.ts';

/** Writes the rows that an event is found by: its mentions, actors and places. */
export interface EventIndex {
  /**
   * Replaces the rows of an event. Mentions that were read from the store and lie in the event already have their rows. A hidden
   * event is not found by its actors and places.
   */
  put(eventKey: number, event: TimelineEvent, hidden: boolean): void;
  remove(eventKey: number): void;
}

const ADD_MENTION = `
  INSERT INTO mentions (id, event_key, article_key, clause_start, clause_end, earliest_day, latest_day, on_day)
  VALUES (?, ?, (SELECT a.article_key FROM articles a WHERE a.id = ?), ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET event_key = excluded.event_key, article_key = excluded.article_key,
    clause_start = excluded.clause_start, clause_end = excluded.clause_end,
    earliest_day = excluded.earliest_day, latest_day = excluded.latest_day, on_day = excluded.on_day`;

export function eventIndex(database: Database, keyOf: KnownVersions['keyOf']): EventIndex {
  const addMention =
    database.prepare<[string, number, string, number, number, ...(number | null)[]]>(ADD_MENTION);
  const idsOf = database
    .prepare<[number], string>('SELECT m.id FROM mentions m WHERE m.event_key = ?')
    .pluck();
  const removeMention = database.prepare<[string]>('DELETE FROM mentions WHERE id = ?');
  const removeMentions = database.prepare<[number]>('DELETE FROM mentions WHERE event_key = ?');
  const actors = nameWriter(database, 'actor');
  const places = nameWriter(database, 'place');

  const index = (eventKey: number, { id, article, clause, date }: Mention): void => {
    addMention.run(id, eventKey, article.id, clause.start, clause.end, ...mentionDaysOf(date));
  };
  return {
    put: (eventKey, event, hidden) => {
      const stored = new Set(idsOf.all(eventKey));
      for (const mention of event.mentions)
        if (!stored.delete(mention.id) || keyOf(mention) === undefined) index(eventKey, mention);
      for (const id of stored) removeMention.run(id);
      actors.unlink(eventKey);
      places.unlink(eventKey);
      if (hidden) return;
      for (const actor of event.actors) actors.link(eventKey, actor);
      for (const place of event.places) places.link(eventKey, place);
    },
    remove: (eventKey) => {
      removeMentions.run(eventKey);
      actors.unlink(eventKey);
      places.unlink(eventKey);
    },
  };
}
