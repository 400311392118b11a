import type { ArticleId, EventId } from '../../../domain/event/ids.ts';
import type { EventChanges } from '../../port/event-store.ts';
import { keySpanBitsOf, keysOf } from '../../sql/join-keys.ts';
import type { Session } from '../session.ts';
import { arrayLiteral } from './array-literal.ts';

const ADD = `
  WITH given AS (
    SELECT g.article, g.mention, g.span_bits, g.earliest_day, g.latest_day, g.keys, g.enough, g.acts, g.place FROM unnest($2::text[], $3::text[], $4::integer[], $5::integer[], $6::integer[], $7::text[], $8::text[],
      $9::text[]) WITH ORDINALITY g (article, mention, span_bits, earliest_day, latest_day, keys, enough, acts, place)
  ), added AS (
    INSERT INTO join_accounts (timeline_id, account_key, article_key, mention_id, span_bits, earliest_day, keys)
    SELECT $1::integer, (SELECT coalesce(max(c.account_key), 0) FROM join_accounts c WHERE c.timeline_id = $1) + g.place,
      a.article_key, g.mention, g.span_bits, g.earliest_day, g.keys::bigint[]
    FROM given g JOIN articles a ON a.timeline_id = $1 AND a.id = g.article
    WHERE NOT EXISTS (SELECT 1 FROM join_accounts c
      WHERE c.timeline_id = $1 AND c.article_key = a.article_key AND c.mention_id = g.mention)
    RETURNING account_key, mention_id, span_bits, earliest_day
  )
  INSERT INTO join_keys (timeline_id, key, span_bits, earliest_day, account_key, latest_day, enough, acts)
  SELECT $1::integer, k.key, d.span_bits, d.earliest_day, d.account_key, g.latest_day, k.enough, k.acts
  FROM added d JOIN given g ON g.mention = d.mention_id
  CROSS JOIN unnest(g.keys::bigint[], g.enough::integer[], g.acts::bigint[]) k (key, enough, acts)`;

/** Adds the keys of mentions that have none yet. */
export async function addJoinKeys(session: Session, joinKeys: EventChanges['joinKeys']): Promise<void> {
  if (joinKeys.length === 0) return;
  const rows = joinKeys.map(({ article, mention, bounds, ...own }) => {
    const keys = keysOf(own);
    return {
      article,
      mention,
      ...bounds,
      spanBits: keySpanBitsOf(bounds),
      keys: arrayLiteral(keys.map(([key]) => key)),
      enough: arrayLiteral(keys.map(([, enough]) => enough)),
      acts: arrayLiteral(keys.map(([, , acts]) => acts)),
    };
  });
  await session.write(
    ADD,
    rows.map(({ article }) => article),
    rows.map(({ mention }) => mention),
    rows.map(({ spanBits }) => spanBits),
    rows.map(({ earliestDay }) => earliestDay),
    rows.map(({ latestDay }) => latestDay),
    rows.map(({ keys }) => keys),
    rows.map(({ enough }) => enough),
    rows.map(({ acts }) => acts),
  );
}

const REMOVE = `
  WITH gone AS (
    DELETE FROM join_accounts c USING articles a
    WHERE c.timeline_id = $1 AND a.timeline_id = $1 AND a.article_key = c.article_key AND a.id = $2
    RETURNING c.account_key, c.span_bits, c.earliest_day, c.keys
  )
  DELETE FROM join_keys k USING gone g CROSS JOIN unnest(g.keys) u (key)
  WHERE k.timeline_id = $1 AND k.key = u.key AND k.span_bits = g.span_bits AND k.earliest_day = g.earliest_day
    AND k.account_key = g.account_key`;

const KEYED = `
  DELETE FROM unkeyed_events u USING events e
  WHERE u.timeline_id = $1 AND e.timeline_id = $1 AND e.event_key = u.event_key AND e.id = ANY($2)`;

/** Gives events keys that had none. */
export async function saveJoinKeys(
  session: Session,
  events: readonly EventId[],
  joinKeys: EventChanges['joinKeys'],
): Promise<void> {
  await Promise.all([addJoinKeys(session, joinKeys), session.write(KEYED, events)]);
}

/** Removes the keys of all mentions of an article. */
export async function removeJoinKeys(session: Session, article: ArticleId): Promise<void> {
  await session.write(REMOVE, article);
}
