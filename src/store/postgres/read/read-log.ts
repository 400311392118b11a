import type { AuditEntry } from '../../../domain/event/audit.ts';
import type { EventChange } from '../../../domain/event/change.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import { pageOf } from '../../sql/keyset.ts';
import { auditPageStatement, changePageStatement } from '../../sql/list-statements.ts';
import { type AuditRow, type ChangeRow, toAuditEntry, toEventChange } from '../../sql/rows.ts';
import type { Session } from '../session.ts';

export async function listChanges(
  session: Session,
  since: number,
  page: PageRequest,
): Promise<Page<EventChange>> {
  const rows = await session.readClause<ChangeRow>(changePageStatement(since, page));
  return pageOf(rows, page, (row) => ({
    node: toEventChange(row),
    position: { keys: [row.revision], id: row.id },
  }));
}

/** The whole trail where the subject is null. */
export async function listAudit(
  session: Session,
  subject: string | null,
  page: PageRequest,
): Promise<Page<AuditEntry>> {
  const rows = await session.readClause<AuditRow>(auditPageStatement(subject, page));
  return pageOf(rows, page, (row) => ({
    node: toAuditEntry(row),
    position: { keys: [row.entry_key], id: row.subject },
  }));
}
