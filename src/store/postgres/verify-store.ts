import type { StoreProblem } from '../port/event-store.ts';
import { CONSISTENCY_CHECKS, type ConsistencyCheck } from '../sql/verify/consistency-checks.ts';
import { disagreementsOf, type StoredRow } from '../sql/verify/find-disagreements.ts';
import { FULL_VERSION } from './read/read-events.ts';
import { searchVectorOf } from './search/words.ts';
import type { Session } from './session.ts';

/** The checks in PostgreSQL's spelling. Foreign keys tie the words of a search to their events. */
const POSTGRES_CHECKS: readonly ConsistencyCheck[] = [
  ...CONSISTENCY_CHECKS,
  {
    name: 'mention-versions',
    sql: `
      SELECT format('a version of event %s has a mention %s that nothing tells', v.event_id, j.key) AS detail
      FROM event_versions v CROSS JOIN unnest(v.mentions) j(key)
      WHERE NOT EXISTS (SELECT 1 FROM mention_versions m WHERE m.version_key = j.key)
      UNION ALL
      SELECT format('a version of mention %s is in no event', m.mention_id)
      FROM mention_versions m
      WHERE m.version_key NOT IN (SELECT j.key FROM event_versions v CROSS JOIN unnest(v.mentions) j(key))`,
  },
  {
    name: 'join-keys',
    sql: `
      SELECT format('keys of the account %s are left, which is gone', k.account_key) AS detail
      FROM (SELECT DISTINCT j.account_key FROM join_keys j) k
      WHERE NOT EXISTS (SELECT 1 FROM join_accounts c WHERE c.account_key = k.account_key)
      UNION ALL
      SELECT DISTINCT format('the account %s has lost keys', c.account_key)
      FROM join_accounts c CROSS JOIN unnest(c.keys) j(key)
      WHERE NOT EXISTS (SELECT 1 FROM join_keys k WHERE k.key = j.key AND k.span_bits = c.span_bits
        AND k.earliest_day = c.earliest_day AND k.account_key = c.account_key)`,
  },
];

const SELECT_STORED = `
  SELECT d.document, s.document AS public_document, e.hidden, ${FULL_VERSION} AS version, e.id, e.revision,
    e.recorded_at AS "recordedAt", e.earliest_day AS "earliestDay", e.latest_day AS "latestDay", e.span_bits AS "spanBits",
    e.month_day AS "monthDay", e.precision, e.role, e.type, e.modality, e.subject, e.confidence,
    e.source_count AS "sourceCount", e.settled_day AS "settledDay", t.words::text AS words, e.event_key AS key,
    array_to_json(array(
      SELECT concat_ws(' ', m.id, a.id, m.clause_start, m.clause_end, m.earliest_day, m.latest_day, m.on_day)
      FROM mentions m JOIN articles a ON a.article_key = m.article_key
      WHERE m.event_key = e.event_key ORDER BY m.id))::text AS mentions,
    array_to_json(array(
      SELECT k.id FROM event_actors l JOIN actors k ON k.actor_key = l.actor_key
      WHERE l.event_key = e.event_key ORDER BY k.id))::text AS actors,
    array_to_json(array(
      SELECT k.id FROM event_places l JOIN places k ON k.place_key = l.place_key
      WHERE l.event_key = e.event_key ORDER BY k.id))::text AS places,
    array_to_json(array(
      SELECT n.from_day FROM event_editions n
      WHERE n.event_key = e.event_key ORDER BY n.from_day))::text AS editions
  FROM events e
  JOIN event_documents d ON d.event_key = e.event_key
  JOIN event_versions v ON v.version_key = e.version_key
  LEFT JOIN served_documents s ON s.event_key = e.event_key
  LEFT JOIN event_search t ON t.event_key = e.event_key
  WHERE e.event_key > $2
  ORDER BY e.event_key LIMIT 500`;

/** Everything wrong with the timeline. The session's statements have to see one state. */
export async function verifyStore(session: Session): Promise<readonly StoreProblem[]> {
  const problems: StoreProblem[] = [];
  for (const { name: check, sql } of POSTGRES_CHECKS)
    for (const { detail } of await session.read<{ detail: string }>(sql)) problems.push({ check, detail });
  for (let last: number | undefined = 0; last !== undefined; ) {
    const rows: readonly (StoredRow & { readonly key: number })[] = await session.read(SELECT_STORED, last);
    for (const row of rows)
      for (const detail of disagreementsOf(row, (event) => ({ words: searchVectorOf(event) }), {
        words: null,
      }))
        problems.push({ check: 'documents', detail });
    last = rows.at(-1)?.key;
  }
  return problems;
}
