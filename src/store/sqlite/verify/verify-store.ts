import type { Database } from 'better-sqlite3';
import type { StoreProblem } from '../../port/event-store.ts';
import { searchTextOf } from '../../sql/event-columns.ts';
import { disagreementsOf, type StoredRow } from '../../sql/verify/find-disagreements.ts';
import { FULL_VERSION } from '../read/read-events.ts';
import { SQLITE_CHECKS } from './consistency-checks.ts';

type Check = readonly [name: string, find: (database: Database) => readonly string[]];

/** SQLite's own checks, which hold for any schema. The first compares indexes with their tables, that of full texts too. */
export const OWN_CHECKS: readonly Check[] = [
  ['integrity', (database) => integrityProblems(database)],
  ['foreign-keys', (database) => brokenReferences(database)],
];

const CHECKS: readonly Check[] = [
  ...OWN_CHECKS,
  ...SQLITE_CHECKS.map(({ name, sql }): Check => [name, (database) => details(database, sql)]),
  ['documents', disagreements],
];

/** Everything wrong with the store. A check that cannot finish, because of damage, is itself a problem. */
export function verifyStore(database: Database, checks = CHECKS): readonly StoreProblem[] {
  return checks.flatMap(([check, find]) => {
    try {
      return find(database).map((detail) => ({ check, detail }));
    } catch (error) {
      // SQLite notices some damage, and a damaged document is no JSON. A bug of the program belongs into the report, too.
      return [{ check, detail: error instanceof Error ? error.message : String(error) }];
    }
  });
}

function integrityProblems(database: Database): readonly string[] {
  return database
    .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .map((row) => row.integrity_check)
    .filter((message) => message !== 'ok');
}

function brokenReferences(database: Database): readonly string[] {
  return database
    .prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, parent }) => `a row of ${table} refers to nothing in ${parent}`);
}

function details(database: Database, sql: string): readonly string[] {
  return database
    .prepare<[], { detail: string }>(sql)
    .all()
    .map(({ detail }) => detail);
}

const SELECT_STORED = `
  SELECT d.document, s.document AS public_document, e.hidden, ${FULL_VERSION} AS version, e.id, e.revision,
    e.recorded_at AS recordedAt, e.earliest_day AS earliestDay, e.latest_day AS latestDay, e.span_bits AS spanBits,
    e.month_day AS monthDay, e.precision, e.role, e.type, e.modality, e.subject, e.confidence, e.source_count AS sourceCount,
    e.settled_day AS settledDay, t.title, t.quotes,
    (SELECT json_group_array(concat_ws(' ', m.id, a.id, m.clause_start, m.clause_end, m.earliest_day, m.latest_day, m.on_day)
        ORDER BY m.id)
      FROM mentions m JOIN articles a ON a.article_key = m.article_key
      WHERE m.event_key = e.event_key) AS mentions,
    (SELECT json_group_array(k.id ORDER BY k.id)
      FROM event_actors l JOIN actors k ON k.actor_key = l.actor_key
      WHERE l.event_key = e.event_key) AS actors,
    (SELECT json_group_array(k.id ORDER BY k.id)
      FROM event_places l JOIN places k ON k.place_key = l.place_key
      WHERE l.event_key = e.event_key) AS places,
    (SELECT json_group_array(n.from_day ORDER BY n.from_day)
      FROM event_editions n WHERE n.event_key = e.event_key) AS editions
  FROM events e
  JOIN event_documents d ON d.event_key = e.event_key
  JOIN event_versions v ON v.version_key = e.version_key
  LEFT JOIN served_documents s ON s.event_key = e.event_key
  LEFT JOIN event_search t ON t.rowid = e.event_key
  ORDER BY e.event_key`;

function disagreements(database: Database): readonly string[] {
  const found: string[] = [];
  for (const row of database.prepare<[], StoredRow>(SELECT_STORED).iterate())
    found.push(...disagreementsOf(row, searchTextOf, { title: null, quotes: null }));
  return found;
}
