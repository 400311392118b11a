import type { Database } from 'better-sqlite3';
import type { DayBounds } from '../../domain/event-date.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { JoinCandidates } from '../event-store.ts';
import { readRevision } from './read-state.ts';
import { type DocumentRow, toEvent } from './rows.ts';

/** Each bound searches each length of span once, instead of reading everything that happened before the bound. */
const OVERLAPPING_OR_TOLD_BY = `
  SELECT v.document AS document
  FROM events e
  JOIN event_versions v ON v.version_key = e.version_key
  WHERE e.event_key IN (
    SELECT o.event_key
    FROM json_each(?) b
    CROSS JOIN event_spans s
    CROSS JOIN events o ON o.span_bits = s.span_bits
      AND o.earliest_day > (b.value ->> '$.earliestDay') - s.days
      AND o.earliest_day < (b.value ->> '$.latestDay') + 1
    WHERE o.latest_day >= (b.value ->> '$.earliestDay')
    UNION
    SELECT m.event_key FROM mentions m WHERE m.article_key IN (
      SELECT a.article_key FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))))
  ORDER BY e.event_key`;

/** The candidates in the order of their first appearance, with the revision of the same moment. */
export function joinCandidateReader(
  database: Database,
): (bounds: readonly DayBounds[], articles: readonly ArticleId[]) => JoinCandidates {
  const revision = readRevision(database);
  const candidates = database.prepare<[string, string], DocumentRow>(OVERLAPPING_OR_TOLD_BY);
  return database.transaction((bounds: readonly DayBounds[], articles: readonly ArticleId[]) => ({
    revision: revision(),
    events: candidates.all(JSON.stringify(bounds), JSON.stringify(articles)).map(toEvent),
  }));
}
