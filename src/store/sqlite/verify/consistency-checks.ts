import { CONSISTENCY_CHECKS, type ConsistencyCheck } from '../../sql/verify/consistency-checks.ts';

/** The checks in SQLite's spelling. */
export const SQLITE_CHECKS: readonly ConsistencyCheck[] = [
  ...CONSISTENCY_CHECKS,
  {
    name: 'spans',
    sql: `
      SELECT format('the span of %s bits has %s days', s.span_bits, s.days) AS detail
      FROM event_spans s WHERE s.days <> 1 << s.span_bits
      UNION ALL
      SELECT 'spans are missing' WHERE (SELECT count(*) FROM event_spans) <> 25`,
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
          = (j.value, c.span_bits, c.earliest_day, c.account_key))`,
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
];
