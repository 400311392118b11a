import type { Database } from 'better-sqlite3';
import type { AuditNote } from '../../../domain/event/audit.ts';

/** Adds to the audit trail, which is never changed. */
export function auditWriter(database: Database): (note: AuditNote, revision: number) => void {
  const add = database.prepare<[number, string, string, string, string, string | null, string]>(`
    INSERT INTO audit_entries (revision, noted_at, noted_by, action, subject, why, before)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  return ({ at, by, action, subject, why, before }, revision) => {
    add.run(revision, at, by, action, subject, why, JSON.stringify(before));
  };
}
