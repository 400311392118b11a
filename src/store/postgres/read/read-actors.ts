import { foldName } from '../../../domain/event/fold-name.ts';
import type { ActorId } from '../../../domain/event/ids.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { ActorRecord } from '../../port/event-store.ts';
import { pageOf } from '../../sql/keyset.ts';
import { actorPageStatement, SELECT_ACTOR } from '../../sql/list-statements.ts';
import { type ActorRow, toActor } from '../../sql/rows.ts';
import type { Session } from '../session.ts';

export async function getActor(session: Session, id: ActorId): Promise<ActorRecord | undefined> {
  const [row] = await session.read<ActorRow>(`${SELECT_ACTOR} WHERE a.id = $2`, id);
  return row && toActor(row);
}

export async function findActors(session: Session, name: string): Promise<readonly ActorRecord[]> {
  const rows = await session.read<ActorRow>(
    `${SELECT_ACTOR} JOIN actor_names n ON n.actor_key = a.actor_key WHERE n.name = $2 ORDER BY a.id`,
    foldName(name),
  );
  return rows.map(toActor);
}

export async function listActors(session: Session, page: PageRequest): Promise<Page<ActorRecord>> {
  const rows = await session.readClause<ActorRow>(actorPageStatement(page));
  return pageOf(rows, page, (row) => ({
    node: toActor(row),
    position: { keys: [-row.event_count], id: row.id },
  }));
}
