import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { ArticleChange } from '../../port/event-store.ts';

type Merge = ArticleChange['merged'][number];

/**
 * Records merges, in whatever order they come. Every alias leads straight to the event that stayed: those that led to
 * a merged one are turned. Throws `NOT_FOUND` unless that event exists.
 */
export function aliasWriter(database: Database): (merged: readonly Merge[], revision: number) => void {
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
