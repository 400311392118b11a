/** A check between tables that foreign keys cannot make. Its statement gives a row with a `detail` for each problem. */
export interface ConsistencyCheck {
  readonly name: string;
  readonly sql: string;
}

export const CONSISTENCY_CHECKS: readonly ConsistencyCheck[] = [
  {
    name: 'revision',
    sql: `
      SELECT format('event %s changed at revision %s, after the store''s last, %s', e.id, e.revision, s.revision) AS detail
      FROM events e CROSS JOIN store_state s WHERE e.revision > s.revision
      UNION ALL
      SELECT format('the store is at revision %s, but its last change made %s', s.revision, l.last)
      FROM store_state s CROSS JOIN (
        SELECT max(r.revision) AS last FROM (
          SELECT coalesce(max(a.revision), 0) AS revision FROM articles a
          UNION ALL SELECT coalesce(max(v.revision), 0) FROM event_versions v
          UNION ALL SELECT coalesce(max(n.revision), 0) FROM audit_entries n) r) l
      WHERE s.revision <> l.last
      UNION ALL
      SELECT 'the store has lost its revision' WHERE NOT EXISTS (SELECT 1 FROM store_state s)`,
  },
  {
    name: 'versions',
    sql: `
      SELECT format('event %s is not at its last version', e.id) AS detail
      FROM events e
      WHERE e.version_key <> (
        SELECT v.version_key FROM event_versions v WHERE v.event_id = e.id ORDER BY v.revision DESC LIMIT 1)`,
  },
  {
    name: 'tombstones',
    sql: `
      SELECT format('event %s is gone without a version that says so', v.event_id) AS detail
      FROM event_versions v
      WHERE v.event_id NOT IN (SELECT e.id FROM events e)
      GROUP BY v.event_id
      HAVING max(v.revision) <> coalesce(max(v.revision) FILTER (WHERE v.document IS NULL), -1)`,
  },
  {
    name: 'hidden-events',
    sql: `
      SELECT format('event %s is %s', e.id, CASE e.hidden WHEN 1 THEN 'hidden by nobody' ELSE 'hidden but can be found' END) AS detail
      FROM events e
      WHERE e.hidden <> CASE WHEN e.id IN (
        SELECT d.event_id FROM decisions d WHERE d.kind = 'HIDE' AND d.lifted_at IS NULL) THEN 1 ELSE 0 END
        AND (e.hidden = 0 OR (SELECT count(*) FROM mentions m WHERE m.event_key = e.event_key) < 3)`,
  },
  {
    name: 'aliases',
    sql: `
      SELECT format('event %s was merged into %s, which never existed', a.id, a.into_id) AS detail
      FROM event_aliases a WHERE a.into_id NOT IN (SELECT v.event_id FROM event_versions v)
      UNION ALL
      SELECT format('event %s exists and is merged into %s', a.id, a.into_id)
      FROM event_aliases a WHERE a.id IN (SELECT e.id FROM events e)
      UNION ALL
      SELECT format('event %s leads to %s, which leads on', a.id, a.into_id)
      FROM event_aliases a WHERE a.into_id IN (SELECT b.id FROM event_aliases b)`,
  },
  {
    name: 'superseded-articles',
    sql: `
      SELECT format('mention %s is of article %s, which is no longer current', m.id, a.id) AS detail
      FROM mentions m JOIN articles a ON a.article_key = m.article_key
      WHERE a.superseded_by IS NOT NULL OR a.retracted_at IS NOT NULL`,
  },
  {
    name: 'actor-counts',
    sql: `
      SELECT format('actor %s counts %s events', a.id, a.event_count) AS detail
      FROM actors a
      WHERE a.event_count <> (SELECT count(*) FROM event_actors l WHERE l.actor_key = a.actor_key)`,
  },
  {
    name: 'month-counts',
    sql: `
      WITH counted (first_month, last_month, reported, count) AS (
        SELECT e.first_month, e.last_month, e.reported, count(*) FROM events e WHERE e.hidden = 0 GROUP BY 1, 2, 3)
      SELECT format('the months of days %s to %s count %s events', m.first_month, m.last_month, m.count) AS detail
      FROM (SELECT h.first_month, h.last_month, h.reported, h.count FROM event_months h
        EXCEPT SELECT c.first_month, c.last_month, c.reported, c.count FROM counted c) m
      UNION ALL
      SELECT format('the months of days %s to %s have %s events', c.first_month, c.last_month, c.count)
      FROM (SELECT c.first_month, c.last_month, c.reported, c.count FROM counted c
        EXCEPT SELECT h.first_month, h.last_month, h.reported, h.count FROM event_months h) c`,
  },
  {
    name: 'editions',
    sql: `
      SELECT format('event %s has an edition that ends on no day of the next', n.id) AS detail
      FROM event_editions n JOIN events e ON e.event_key = n.event_key
      WHERE n.until_day <> coalesce(
        (SELECT min(o.from_day) FROM event_editions o WHERE o.event_key = n.event_key AND o.from_day > n.from_day),
        e.settled_day)`,
  },
];
