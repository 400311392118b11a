import type { StandingDecision } from '../../../domain/event/decision.ts';
import type { EventId, MentionId } from '../../../domain/event/ids.ts';
import { type DecisionRow, toStandingDecision } from '../../sql/rows.ts';
import type { Session } from '../session.ts';

const STANDING = `
  SELECT d.decision_key AS key, d.kind, d.document, coalesce(
    (SELECT a.into_id FROM event_aliases a WHERE a.id = d.event_id), d.event_id) AS target
  FROM decisions d
  WHERE d.lifted_at IS NULL AND d.decision_key IN (
    SELECT m.decision_key FROM decision_mentions m WHERE m.mention_id = ANY($3)
    UNION
    SELECT o.decision_key FROM decisions o WHERE o.event_id = ANY($2) AND o.lifted_at IS NULL
    UNION
    SELECT o.decision_key FROM event_aliases a JOIN decisions o ON o.event_id = a.id
    WHERE a.into_id = ANY($2) AND o.kind = 'OVERRIDE' AND o.lifted_at IS NULL)
  ORDER BY d.decision_key`;

/** The decisions that hold about some events and mentions, oldest first. */
export async function standingDecisions(
  session: Session,
  events: readonly EventId[],
  mentions: readonly MentionId[],
): Promise<readonly StandingDecision[]> {
  const rows = await session.read<DecisionRow>(STANDING, events, mentions);
  return rows.map(toStandingDecision);
}
