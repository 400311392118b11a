import type { EventOverride } from '../../../domain/event/decision.ts';
import type { ArticleId, EventId } from '../../../domain/event/ids.ts';
import type { PurgedEdit } from '../../port/event-store.ts';
import { type DocumentRow, toEventId } from '../../sql/rows.ts';
import type { Session } from '../session.ts';

interface EditRow extends DocumentRow {
  readonly key: number;
  readonly event: string;
}

const EDITS_OF_ARTICLE = `
  SELECT d.decision_key AS key, d.document, coalesce(
    (SELECT a.into_id FROM event_aliases a WHERE a.id = d.event_id), d.event_id) AS event
  FROM decisions d
  WHERE d.kind = 'OVERRIDE' AND EXISTS (
    SELECT 1 FROM event_versions v JOIN mention_versions m ON m.version_key = ANY(v.mentions)
    WHERE v.event_id = d.event_id AND v.revision <= d.revision AND m.article_id = $2)`;

/** Removes titles and actors from the edits, also from lifted ones, of events that had the article's mentions by then. */
export async function purgeEdits(session: Session, article: ArticleId): Promise<readonly PurgedEdit[]> {
  const rows = await session.read<EditRow>(EDITS_OF_ARTICLE, article);
  for (const { key, document } of rows) {
    const { fields, ...decision } = JSON.parse(document);
    const { title: _title, actors: _actors, ...left } = fields;
    await session.write(
      'UPDATE decisions SET document = $2 WHERE timeline_id = $1 AND decision_key = $3',
      JSON.stringify({ ...decision, fields: left }),
      key,
    );
  }
  return rows.map(({ key, event }) => ({ key, event: toEventId(event) }));
}

/** The ids that ever stood for the events of some edits. */
export async function editedEvents(
  session: Session,
  edits: readonly PurgedEdit[],
): Promise<ReadonlySet<EventId>> {
  const ids = edits.map(({ event }) => event);
  const rows = await session.read<{ id: string }>(
    'SELECT a.id FROM event_aliases a WHERE a.into_id = ANY($2)',
    ids,
  );
  return new Set([...ids, ...rows.map(({ id }) => toEventId(id))]);
}

interface OverrideRow extends DocumentRow {
  readonly event: string;
  readonly revision: number;
  readonly lifted_at: number | null;
  readonly into_id: string | null;
  readonly merged_at: number | null;
}

const OVERRIDES = `
  SELECT d.event_id AS event, d.document, d.revision, d.lifted_at, a.into_id, a.revision AS merged_at
  FROM decisions d LEFT JOIN event_aliases a ON a.id = d.event_id
  WHERE d.kind = 'OVERRIDE' ORDER BY d.decision_key`;

/** The fields that editors had set of an event at a revision. The latest edit of a field counts. */
export async function readOverrides(
  session: Session,
): Promise<(event: EventId, revision: number) => EventOverride> {
  const rows = await session.read<OverrideRow>(OVERRIDES);
  return (event, revision) =>
    Object.assign(
      {},
      ...rows
        .filter(
          (row) =>
            row.revision <= revision &&
            (row.lifted_at === null || row.lifted_at > revision) &&
            (row.event === event ||
              (row.into_id === event && row.merged_at !== null && row.merged_at <= revision)),
        )
        .map(({ document }) => JSON.parse(document).fields),
    );
}
