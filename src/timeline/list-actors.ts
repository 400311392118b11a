import type { ActorRecord, EventStore } from '../store/port/event-store.ts';
import { connectionOf } from './connection.ts';
import type { CursorScope } from './cursor.ts';
import { pageRequestOf } from './page-request.ts';
import type { Connection, PageArguments } from './timeline.ts';

const SCOPE: CursorScope = ['actors'];

/** One page of the actors, those of most events first. */
export async function listActors(store: EventStore, page: PageArguments): Promise<Connection<ActorRecord>> {
  return connectionOf(await store.listActors(pageRequestOf(page, SCOPE)), SCOPE);
}
