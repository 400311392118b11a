import Database from 'better-sqlite3';
import type { StoreProblem } from '../../port/event-store.ts';
import { CONSISTENCY_CHECKS } from './consistency-checks.ts';
import { findDisagreements } from './find-disagreements.ts';

type Check = readonly [name: string, find: (database: Database.Database) => readonly string[]];

/** SQLite's own checks come first: the full-text index is compared with its content by the first of them. */
const CHECKS: readonly Check[] = [
  ['integrity', (database) => integrityProblems(database)],
  ['foreign-keys', (database) => brokenReferences(database)],
  ...CONSISTENCY_CHECKS.map(({ name, sql }): Check => [name, (database) => details(database, sql)]),
  ['documents', findDisagreements],
];

/** Everything wrong with the store. A check that damage keeps from finishing is itself a problem found. */
export function verifyStore(database: Database.Database): readonly StoreProblem[] {
  return CHECKS.flatMap(([check, find]) => {
    try {
      return find(database).map((detail) => ({ check, detail }));
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      return [{ check, detail: error.message }];
    }
  });
}

function integrityProblems(database: Database.Database): readonly string[] {
  return database
    .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .map((row) => row.integrity_check)
    .filter((message) => message !== 'ok');
}

function brokenReferences(database: Database.Database): readonly string[] {
  return database
    .prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, parent }) => `a row of ${table} refers to nothing in ${parent}`);
}

function details(database: Database.Database, sql: string): readonly string[] {
  return database
    .prepare<[], { detail: string }>(sql)
    .all()
    .map(({ detail }) => detail);
}
