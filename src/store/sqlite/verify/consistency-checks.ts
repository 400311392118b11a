/** Checks between tables that foreign keys cannot make. Each statement gives a row with a `detail` for each problem. */
export const CONSISTENCY_CHECKS = [
  {
    name: 'revision',
    sql: `
      SELECT format('event %s changed at revision %d, after the store''s last, %d', e.id, e.revision, s.revision) AS detail
      FROM events e JOIN store_state s WHERE e.revision > s.revision
      UNION ALL
      SELECT format('the store is at revision %d, but its last change made %d', s.revision, l.last)
      FROM store_state s JOIN (
        SELECT max(
          (SELECT coalesce(max(a.revision), 0) FROM articles a),
          (SELECT coalesce(max(v.revision), 0) FROM event_versions v),
          (SELECT coalesce(max(n.revision), 0) FROM audit_entries n)) AS last) l
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
    name: 'mention-versions',
    sql: `
      SELECT format('a version of event %s has a mention %s that nothing tells', v.event_id, j.value) AS detail
      FROM event_versions v, json_each(v.mentions) j
      WHERE j.value NOT IN (SELECT m.version_key FROM mention_versions m)
      UNION ALL
      SELECT format('a version of mention %s is in no event', m.mention_id)
      FROM mention_versions m
      WHERE m.version_key NOT IN (SELECT j.value FROM event_versions v, json_each(v.mentions) j)`,
  },
  {
    name: 'hidden-events',
    sql: `
      SELECT format('event %s is %s', e.id, iif(e.hidden = 1, 'hidden by nobody', 'hidden but can be found')) AS detail
      FROM events e
      WHERE e.hidden <> (e.id IN (
          SELECT d.event_id FROM decisions d WHERE d.kind = 'HIDE' AND d.lifted_at IS NULL))
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
    name: 'join-keys',
    sql: `
      SELECT format('keys of the account %d are left, which is gone', k.account_key) AS detail
      FROM (SELECT DISTINCT j.account_key FROM join_keys j) k
      WHERE k.account_key NOT IN (SELECT c.account_key FROM join_accounts c)
      UNION ALL
      SELECT DISTINCT format('the account %d has lost keys', c.account_key)
      FROM join_accounts c, json_each(c.keys) j
      WHERE NOT EXISTS (SELECT 1 FROM join_keys k
        WHERE (k.key, k.span_bits, k.earliest_day, k.account_key)
          = (j.value ->> 0, c.span_bits, c.earliest_day, c.account_key))`,
  },
  {
    name: 'actor-counts',
    sql: `
      SELECT format('actor %s counts %d events', a.id, a.event_count) AS detail
      FROM actors a
      WHERE a.event_count <> (SELECT count(*) FROM event_actors l WHERE l.actor_key = a.actor_key)`,
  },
  {
    name: 'month-counts',
    sql: `
      WITH counted (first_month, last_month, reported, count) AS (
        SELECT e.first_month, e.last_month, e.reported, count(*) FROM events e WHERE e.hidden = 0 GROUP BY 1, 2, 3)
      SELECT format('the months of days %d to %d count %d events', m.first_month, m.last_month, m.count) AS detail
      FROM (SELECT h.first_month, h.last_month, h.reported, h.count FROM event_months h
        EXCEPT SELECT c.first_month, c.last_month, c.reported, c.count FROM counted c) m
      UNION ALL
      SELECT format('the months of days %d to %d have %d events', c.first_month, c.last_month, c.count)
      FROM (SELECT c.first_month, c.last_month, c.reported, c.count FROM counted c
        EXCEPT SELECT h.first_month, h.last_month, h.reported, h.count FROM event_months h) c`,
  },
  {
    name: 'spans',
    sql: `
      SELECT format('the span of %d bits has %d days', s.span_bits, s.days) AS detail
      FROM event_spans s WHERE s.days <> 1 << s.span_bits
      UNION ALL
      SELECT 'spans are missing' WHERE (SELECT count(*) FROM event_spans) <> 25`,
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
  {
    name: 'search',
    sql: `
      SELECT format('the search has a row %d of no event', t.rowid) AS detail
      FROM event_search t WHERE t.rowid NOT IN (SELECT e.event_key FROM events e)
      UNION ALL
      SELECT format('the search has a row %d of no edition', t.rowid)
      FROM edition_search t WHERE t.rowid NOT IN (SELECT n.edition_key FROM event_editions n)`,
  },
] as const;
