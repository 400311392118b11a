import type { Database } from 'better-sqlite3';
import type { EventOverride } from '../../../domain/event/decision.ts';
import type { ArticleId, EventId } from '../../../domain/event/ids.ts';
import type { PurgedEdit } from '../../port/event-store.ts';

/** Types and dates of an edit stay, for they hold no words. */
const REMOVE_WORDS = `
  UPDATE decisions SET document = json_remove(document, '$.fields.title', '$.fields.actors')
  WHERE kind = 'OVERRIDE' AND EXISTS (
    SELECT 1 FROM event_versions v, json_each(v.mentions) j
    JOIN mention_versions m ON m.version_key = j.value
    WHERE v.event_id = decisions.event_id AND v.revision <= decisions.revision AND m.document ->> '$.article.id' = ?)
  RETURNING decision_key AS key, coalesce(
    (SELECT a.into_id FROM event_aliases a WHERE a.id = decisions.event_id), event_id) AS event`;

/** Removes titles and actors from the edits, also from lifted ones, of events that had the article's mentions by then. */
export const purgeEdits = (database: Database, article: ArticleId): readonly PurgedEdit[] =>
  database.prepare<[string], PurgedEdit>(REMOVE_WORDS).all(article);

/** The ids that ever stood for the events of some edits. */
export const editedEvents = (database: Database, edits: readonly PurgedEdit[]): ReadonlySet<EventId> =>
  new Set(
    database
      .prepare<{ ids: string }, EventId>(`
        SELECT j.value FROM json_each(@ids) j
        UNION SELECT a.id FROM json_each(@ids) j CROSS JOIN event_aliases a ON a.into_id = j.value`)
      .pluck()
      .all({ ids: JSON.stringify(edits.map(({ event }) => event)) }),
  );

const EDITS_AT = `
  SELECT d.document -> '$.fields' FROM decisions d
  WHERE d.kind = 'OVERRIDE' AND d.revision <= @revision AND (d.lifted_at IS NULL OR d.lifted_at > @revision)
    AND (d.event_id = @event OR EXISTS (
      SELECT 1 FROM event_aliases a WHERE a.id = d.event_id AND a.into_id = @event AND a.revision <= @revision))
  ORDER BY d.decision_key`;

/** The fields that editors had set of an event at a revision. The latest edit of a field counts. */
export const overridesAt = (database: Database): ((event: EventId, revision: number) => EventOverride) => {
  const editsAt = database.prepare<{ event: string; revision: number }, string>(EDITS_AT).pluck();
  return (event, revision) =>
    Object.assign({}, ...editsAt.all({ event, revision }).map((fields) => JSON.parse(fields)));
};
