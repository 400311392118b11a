import { TimelineError } from '../../domain/errors.ts';
import type { AuditEntry } from '../../domain/event/audit.ts';
import type { EventChange } from '../../domain/event/change.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import type {
  Caller,
  EventFilter,
  EventOrder,
  Page,
  PageRequest,
} from '../../domain/query/timeline-query.ts';
import type { ActorRecord, ArticleRecord, EventStore } from '../../store/port/event-store.ts';
import { normalizeFilter } from '../filter/event-filter.ts';
import { connectionOf } from '../paging/connection.ts';
import type { CursorScope } from '../paging/cursor.ts';
import { pageRequestOf, requireOnePage } from '../paging/page-request.ts';
import type { Connection, EventQuery, PageArguments } from '../timeline.ts';

/** Reads a page of objects or of JSON texts. */
type ReadPage<T> = (
  filter: EventFilter,
  order: EventOrder,
  page: PageRequest,
  caller?: Caller,
) => Promise<Page<T>>;

/** One page of the events that pass the filter, oldest first by default. */
export async function listEvents<T>(readPage: ReadPage<T>, query: EventQuery): Promise<Connection<T>> {
  const filter = normalizeFilter(query.filter ?? {});
  const order = query.order ?? 'DATE';
  if (order === 'RELEVANCE') requireOnePage(filter, query);
  const scope: CursorScope = ['events', filter, order];
  const page = await readPage(filter, order, pageRequestOf(query, scope), query.caller);
  return connectionOf(page, scope);
}

const ACTORS: CursorScope = ['actors'];

/** One page of the actors; the actor with the most events comes first. */
export async function listActors(store: EventStore, page: PageArguments): Promise<Connection<ActorRecord>> {
  return connectionOf(await store.listActors(pageRequestOf(page, ACTORS)), ACTORS);
}

const ARTICLES: CursorScope = ['articles'];

/** One page of the current articles, in the order of their first saving. */
export async function listArticles(
  store: EventStore,
  page: PageArguments,
): Promise<Connection<ArticleRecord>> {
  return connectionOf(await store.listArticles(pageRequestOf(page, ARTICLES)), ARTICLES);
}

/** One page of the audit trail, the newest entry first; `subject` limits it to one event or article. */
export async function listAudit(
  store: EventStore,
  subject: EventId | ArticleId | null,
  page: PageArguments,
): Promise<Connection<AuditEntry>> {
  const scope: CursorScope = ['audit', subject];
  return connectionOf(await store.listAudit(subject, pageRequestOf(page, scope)), scope);
}

/** One page of the changes of events after a revision, oldest first. */
export async function listChanges(
  store: EventStore,
  since: number,
  page: PageArguments,
): Promise<Connection<EventChange>> {
  if (!Number.isSafeInteger(since) || since < 0)
    throw new TimelineError('BAD_PAGE', `since is ${since}, not a revision: a whole number from 0 on`);
  const scope: CursorScope = ['changes', since];
  return connectionOf(await store.listChanges(since, pageRequestOf(page, scope)), scope);
}
