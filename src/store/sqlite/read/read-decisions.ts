import type { Database } from 'better-sqlite3';
import type { StandingDecision } from '../../../domain/event/decision.ts';
import type { EventId, MentionId } from '../../../domain/event/ids.ts';
import { type DecisionRow, toStandingDecision } from '../../sql/rows.ts';

/** Whether an editor has hidden the event of that id. */
export function hiddenReader(database: Database): (id: EventId) => boolean {
  const find = database.prepare<[string], { hidden: number }>(`
    SELECT EXISTS (
      SELECT 1 FROM decisions d WHERE d.event_id = (SELECT ?) AND d.kind = 'HIDE' AND d.lifted_at IS NULL) AS hidden`);
  return (id) => find.get(id)?.hidden === 1;
}

const STANDING = `
  SELECT d.decision_key AS key, d.kind, d.document, coalesce(
    (SELECT a.into_id FROM event_aliases a WHERE a.id = d.event_id), d.event_id) AS target
  FROM decisions d
  WHERE d.lifted_at IS NULL AND d.decision_key IN (
    SELECT m.decision_key FROM json_each(@mentions) j CROSS JOIN decision_mentions m ON m.mention_id = j.value
    UNION
    SELECT o.decision_key FROM json_each(@events) j
    CROSS JOIN decisions o ON o.event_id = j.value AND o.lifted_at IS NULL
    UNION
    SELECT o.decision_key FROM json_each(@events) j
    CROSS JOIN event_aliases a ON a.into_id = j.value
    CROSS JOIN decisions o ON o.event_id = a.id AND o.kind = 'OVERRIDE' AND o.lifted_at IS NULL)
  ORDER BY d.decision_key`;

/** The decisions that hold about some events and mentions, oldest first. */
export function decisionReader(
  database: Database,
): (events: readonly EventId[], mentions: readonly MentionId[]) => readonly StandingDecision[] {
  const any = database.prepare<[], { last: number | null }>(
    'SELECT max(d.decision_key) AS last FROM decisions d',
  );
  const standing = database.prepare<{ events: string; mentions: string }, DecisionRow>(STANDING);
  return (events, mentions) =>
    any.get()?.last == null
      ? []
      : standing
          .all({ events: JSON.stringify(events), mentions: JSON.stringify(mentions) })
          .map(toStandingDecision);
}
