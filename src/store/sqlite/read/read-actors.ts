import type { Database } from 'better-sqlite3';
import { foldName } from '../../../domain/event/fold-name.ts';
import type { ActorId } from '../../../domain/event/ids.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { ActorRecord } from '../../port/event-store.ts';
import { pageOf } from '../../sql/keyset.ts';
import { actorPageStatement, SELECT_ACTOR } from '../../sql/list-statements.ts';
import { type ActorRow, toActor } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

const FIND_ACTORS = `${SELECT_ACTOR} JOIN actor_names n ON n.actor_key = a.actor_key WHERE n.name = (SELECT ?) ORDER BY a.id`;

export interface ActorReader {
  get(id: ActorId): ActorRecord | undefined;
  find(name: string): readonly ActorRecord[];
  list(page: PageRequest): Page<ActorRecord>;
}

export function actorReader(database: Database): ActorReader {
  const get = database.prepare<[string], ActorRow>(`${SELECT_ACTOR} WHERE a.id = ?`);
  const find = database.prepare<[string], ActorRow>(FIND_ACTORS);
  const rows = statementCache<ActorRow>(database);
  return {
    get: (id) => {
      const row = get.get(id);
      return row === undefined ? undefined : toActor(row);
    },
    find: (name) => find.all(foldName(name)).map(toActor),
    list: (page) =>
      pageOf(rows(actorPageStatement(page)), page, (row) => ({
        node: toActor(row),
        position: { keys: [-row.event_count], id: row.id },
      })),
  };
}
