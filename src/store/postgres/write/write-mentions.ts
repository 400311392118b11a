import type { TimelineEvent } from '../../../domain/event/event.ts';
import { mentionDaysOf } from '../../sql/event-columns.ts';
import type { Session } from '../session.ts';

const REMOVE_OTHERS = `
  DELETE FROM mentions m WHERE m.timeline_id = $1 AND m.event_key = ANY($2::integer[]) AND m.id <> ALL($3::text[])`;

const VALUES = 'event_key, article_key, clause_start, clause_end, earliest_day, latest_day, on_day';
const given = VALUES.split(', ')
  .map((column) => `excluded.${column}`)
  .join(', ');
const stored = VALUES.split(', ')
  .map((column) => `m.${column}`)
  .join(', ');

/** Most mentions of a changed event are as they were: their rows are not written again. */
const SAVE = `
  INSERT INTO mentions AS m (timeline_id, id, ${VALUES})
  SELECT $1::integer, g.id, g.event_key, a.article_key, g.clause_start, g.clause_end, g.earliest_day, g.latest_day, g.on_day
  FROM unnest($2::text[], $3::integer[], $4::text[], $5::integer[], $6::integer[], $7::integer[], $8::integer[],
    $9::integer[]) g (id, event_key, article, clause_start, clause_end, earliest_day, latest_day, on_day)
  LEFT JOIN articles a ON a.timeline_id = $1 AND a.id = g.article
  ON CONFLICT (timeline_id, id) DO UPDATE SET (${VALUES}) = ROW (${given})
  WHERE (${stored}) IS DISTINCT FROM (${given})`;

/** Replaces the mentions of some events. A mention that two of them have belongs to the last one. */
export async function writeMentions(
  session: Session,
  events: readonly { readonly key: number; readonly event: TimelineEvent }[],
): Promise<void> {
  const rows = [
    ...new Map(
      events.flatMap(({ key, event }) =>
        event.mentions.map(
          (mention) => [mention.id, { key, mention, days: mentionDaysOf(mention.date) }] as const,
        ),
      ),
    ).values(),
  ];
  const ids = rows.map(({ mention }) => mention.id);
  await Promise.all([
    session.write(
      REMOVE_OTHERS,
      events.map(({ key }) => key),
      ids,
    ),
    session.write(
      SAVE,
      ids,
      rows.map(({ key }) => key),
      rows.map(({ mention }) => mention.article.id),
      rows.map(({ mention }) => mention.clause.start),
      rows.map(({ mention }) => mention.clause.end),
      rows.map(({ days: [earliest = null] }) => earliest),
      rows.map(({ days: [, latest = null] }) => latest),
      rows.map(({ days: [, , on = null] }) => on),
    ),
  ]);
}
