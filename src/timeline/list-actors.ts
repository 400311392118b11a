import type { ActorRecord, EventStore } from '../store/event-store.ts';
import type { CursorScope } from './cursor.ts';
import { connectionOf, pageRequestOf } from './page-request.ts';
import type { Connection, PageArguments } from './timeline.ts';

const SCOPE: CursorScope = ['actors'];

/** One page of the actors, those of most events first. */
export async function listActors(store: EventStore, page: PageArguments): Promise<Connection<ActorRecord>> {
  return connectionOf(await store.listActors(pageRequestOf(page, SCOPE)), SCOPE);
}
