import type { Database } from 'better-sqlite3';
import type { AuditEntry } from '../../../domain/event/audit.ts';
import type { EventChange } from '../../../domain/event/change.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import { pageOf } from '../../sql/keyset.ts';
import { auditPageStatement, changePageStatement } from '../../sql/list-statements.ts';
import { type AuditRow, type ChangeRow, toAuditEntry, toEventChange } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

/** Reads what happened to the store: the changes of events, and the audit trail. */
export interface LogReader {
  changes(since: number, page: PageRequest): Page<EventChange>;
  /** The whole trail where the subject is null. */
  audit(subject: string | null, page: PageRequest): Page<AuditEntry>;
}

export function logReader(database: Database): LogReader {
  const changeRows = statementCache<ChangeRow>(database);
  const auditRows = statementCache<AuditRow>(database);
  return {
    changes: (since, page) =>
      pageOf(changeRows(changePageStatement(since, page)), page, (row) => ({
        node: toEventChange(row),
        position: { keys: [row.revision], id: row.id },
      })),
    audit: (subject, page) =>
      pageOf(auditRows(auditPageStatement(subject, page)), page, (row) => ({
        node: toAuditEntry(row),
        position: { keys: [row.entry_key], id: row.subject },
      })),
  };
}
