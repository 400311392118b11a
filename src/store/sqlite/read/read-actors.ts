import type { Database } from 'better-sqlite3';
import { foldName } from '../../../domain/event/fold-name.ts';
import type { ActorId } from '../../../domain/event/ids.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { ActorRecord } from '../../port/event-store.ts';
import { allOf, type Clause } from '../../sql/clause.ts';
import { type Ordering, pageOf, stepOf } from '../../sql/keyset.ts';
import { type ActorRow, toActor } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

const SELECT_ACTOR = 'SELECT a.id, a.name, a.aliases, a.event_count FROM actors a';

const FIND_ACTORS = `${SELECT_ACTOR} JOIN actor_names n ON n.actor_key = a.actor_key WHERE n.name = ? ORDER BY a.id`;

/** The count is negated so that both columns rise; actors of no event are left out. */
const BY_EVENT_COUNT: Ordering = { columns: ['-a.event_count', 'a.id'], descending: false };
const IN_EVENTS: Clause = { sql: '-a.event_count < 0', values: [] };

export interface ActorReader {
  get(id: ActorId): ActorRecord | undefined;
  find(name: string): readonly ActorRecord[];
  list(page: PageRequest): Page<ActorRecord>;
}

export function actorReader(database: Database): ActorReader {
  const get = database.prepare<[string], ActorRow>(`${SELECT_ACTOR} WHERE a.id = ?`);
  const find = database.prepare<[string], ActorRow>(FIND_ACTORS);
  const pages = statementCache<ActorRow>(database);
  return {
    get: (id) => {
      const row = get.get(id);
      return row === undefined ? undefined : toActor(row);
    },
    find: (name) => find.all(foldName(name)).map(toActor),
    list: (page) =>
      pageOf(pages(actorPageStatement(page)), page, (row) => ({
        node: toActor(row),
        position: { keys: [-row.event_count], id: row.id },
      })),
  };
}

export function actorPageStatement(page: PageRequest): Clause {
  const step = stepOf(BY_EVENT_COUNT, page);
  const { sql, values } = allOf([IN_EVENTS, ...step.beyond]);
  return {
    sql: `${SELECT_ACTOR} WHERE ${sql} ORDER BY ${step.orderBy(BY_EVENT_COUNT.columns)} ${step.limit.sql}`,
    values: [...values, ...step.limit.values],
  };
}
