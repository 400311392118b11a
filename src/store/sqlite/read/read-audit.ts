import type { Database } from 'better-sqlite3';
import type { AuditEntry } from '../../../domain/event/audit.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import { allOf, type Clause } from '../../sql/clause.ts';
import { type Ordering, pageOf, stepOf } from '../../sql/keyset.ts';
import { type AuditRow, toAuditEntry } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

const NEWEST_FIRST: Ordering = { columns: ['n.entry_key', 'n.subject'], descending: true };

/** Reads the audit trail, all of it or that of one event or article. */
export function auditReader(
  database: Database,
): (subject: string | null, page: PageRequest) => Page<AuditEntry> {
  const pages = statementCache<AuditRow>(database);
  return (subject, page) =>
    pageOf(pages(auditPageStatement(subject, page)), page, (row) => ({
      node: toAuditEntry(row),
      position: { keys: [row.entry_key], id: row.subject },
    }));
}

export function auditPageStatement(subject: string | null, page: PageRequest): Clause {
  const step = stepOf(NEWEST_FIRST, page);
  const about = subject === null ? [] : [{ sql: 'n.subject = ?', values: [subject] }];
  const { sql, values } = allOf([...about, ...step.beyond]);
  return {
    sql: `SELECT n.entry_key, n.revision, n.noted_at, n.noted_by, n.action, n.subject, n.why, n.before
      FROM audit_entries n WHERE ${sql} ORDER BY ${step.orderBy(NEWEST_FIRST.columns)} ${step.limit.sql}`,
    values: [...values, ...step.limit.values],
  };
}
