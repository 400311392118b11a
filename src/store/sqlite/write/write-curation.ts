import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { AuditNote } from '../../../domain/event/audit.ts';
import { eventOf, mentionsOf } from '../../sql/columns/decision-columns.ts';
import type { DecisionWriter } from '../../sql/save-order.ts';

export function decisionWriter(database: Database): DecisionWriter {
  const add = database.prepare<[string, string | null, string, number], { key: number }>(`
    INSERT INTO decisions (kind, event_id, document, revision) VALUES (?, ?, ?, ?) RETURNING decision_key AS key`);
  const addMention = database.prepare<[string, number | null]>(
    'INSERT INTO decision_mentions (mention_id, decision_key) VALUES (?, ?)',
  );
  const lift = database.prepare<[number, number]>(
    'UPDATE decisions SET lifted_at = ? WHERE decision_key = ? AND lifted_at IS NULL',
  );
  return {
    add: (decision, revision) => {
      const row = add.get(decision.kind, eventOf(decision), JSON.stringify(decision), revision);
      for (const mention of new Set(mentionsOf(decision))) addMention.run(mention, row?.key ?? null);
    },
    lift: (key, revision) => {
      if (lift.run(revision, key).changes === 0)
        throw new TimelineError('NOT_FOUND', `there is no decision ${key} to lift`);
    },
  };
}

/** Adds to the audit trail, which is never changed. */
export function auditWriter(database: Database): (note: AuditNote, revision: number) => void {
  const add = database.prepare<[number, string, string, string, string, string | null, string]>(`
    INSERT INTO audit_entries (revision, noted_at, noted_by, action, subject, why, before)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  return ({ at, by, action, subject, why, before }, revision) => {
    add.run(revision, at, by, action, subject, why, JSON.stringify(before));
  };
}
