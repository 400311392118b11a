import type { Database } from 'better-sqlite3';
import type { ActorId } from '../../../domain/event/ids.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { ActorRecord } from '../../port/event-store.ts';
import { pageOf } from '../../sql/keyset.ts';
import { actorPageStatement, SELECT_ACTOR } from '../../sql/list-statements.ts';
import { type ActorRow, toActor } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

export interface ActorReader {
  get(id: ActorId): ActorRecord | undefined;
  list(page: PageRequest): Page<ActorRecord>;
}

export function actorReader(database: Database): ActorReader {
  const get = database.prepare<[string], ActorRow>(`${SELECT_ACTOR} WHERE a.id = ?`);
  const rows = statementCache<ActorRow>(database);
  return {
    get: (id) => {
      const row = get.get(id);
      return row === undefined ? undefined : toActor(row);
    },
    list: (page) =>
      pageOf(rows(actorPageStatement(page)), page, (row) => ({
        node: toActor(row),
        position: { keys: [-row.event_count], id: row.id },
      })),
  };
}
