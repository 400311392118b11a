import type { AuditEntry } from '../domain/event/audit.ts';
import type { ArticleId, EventId } from '../domain/event/ids.ts';
import type { EventStore } from '../store/port/event-store.ts';
import { connectionOf } from './connection.ts';
import type { CursorScope } from './cursor.ts';
import { pageRequestOf } from './page-request.ts';
import type { Connection, PageArguments } from './timeline.ts';

/** One page of the audit trail, the newest entry first; of one event or article alone where it is named. */
export async function listAudit(
  store: EventStore,
  subject: EventId | ArticleId | null,
  page: PageArguments,
): Promise<Connection<AuditEntry>> {
  const scope: CursorScope = ['audit', subject];
  return connectionOf(await store.listAudit(subject, pageRequestOf(page, scope)), scope);
}
