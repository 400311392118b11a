import { TimelineError } from '../../../domain/errors.ts';
import type { AuditNote } from '../../../domain/event/audit.ts';
import type { Decision } from '../../../domain/event/decision.ts';
import { eventOf, mentionsOf } from '../../sql/columns/decision-columns.ts';
import type { Session } from '../session.ts';

const ADD = `
  WITH added AS (
    INSERT INTO decisions (timeline_id, decision_key, kind, event_id, document, revision)
    VALUES ($1, (SELECT coalesce(max(d.decision_key), 0) + 1 FROM decisions d WHERE d.timeline_id = $1), $2, $3, $4, $5)
    RETURNING decision_key
  )
  INSERT INTO decision_mentions (timeline_id, mention_id, decision_key)
  SELECT $1::integer, m.id, a.decision_key FROM added a CROSS JOIN unnest($6::text[]) m (id)`;

export async function addDecision(session: Session, decision: Decision, revision: number): Promise<void> {
  const mentions = [...new Set(mentionsOf(decision))];
  await session.write(ADD, decision.kind, eventOf(decision), JSON.stringify(decision), revision, mentions);
}

/** Throws `NOT_FOUND` where no such decision stands. */
export async function liftDecision(session: Session, key: number, revision: number): Promise<void> {
  const rows = await session.write(
    `UPDATE decisions SET lifted_at = $2 WHERE timeline_id = $1 AND decision_key = $3 AND lifted_at IS NULL
    RETURNING 1`,
    revision,
    key,
  );
  if (rows.length === 0) throw new TimelineError('NOT_FOUND', `there is no decision ${key} to lift`);
}

const NOTE = `
  INSERT INTO audit_entries (timeline_id, entry_key, revision, noted_at, noted_by, action, subject, why, before)
  VALUES ($1, (SELECT coalesce(max(n.entry_key), 0) + 1 FROM audit_entries n WHERE n.timeline_id = $1),
    $2, $3, $4, $5, $6, $7, $8)`;

/** Adds to the audit trail. */
export async function writeNote(
  session: Session,
  { at, by, action, subject, why, before }: AuditNote,
  revision: number,
): Promise<void> {
  await session.write(NOTE, revision, at, by, action, subject, why, JSON.stringify(before));
}
