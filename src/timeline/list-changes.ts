import { TimelineError } from '../domain/errors.ts';
import type { EventChange } from '../domain/event/change.ts';
import type { EventStore } from '../store/port/event-store.ts';
import { connectionOf } from './connection.ts';
import type { CursorScope } from './cursor.ts';
import { pageRequestOf } from './page-request.ts';
import type { Connection, PageArguments } from './timeline.ts';

/** One page of what became of events after a revision, in the order in which it happened. */
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
