import type { EventStore, StoredArticle } from '../store/port/event-store.ts';
import { connectionOf } from './connection.ts';
import type { CursorScope } from './cursor.ts';
import { pageRequestOf } from './page-request.ts';
import type { Connection, PageArguments } from './timeline.ts';

const SCOPE: CursorScope = ['articles'];

/** One page of the current articles, in the order they were first saved. */
export async function listArticles(
  store: EventStore,
  page: PageArguments,
): Promise<Connection<StoredArticle>> {
  return connectionOf(await store.listArticles(pageRequestOf(page, SCOPE)), SCOPE);
}
