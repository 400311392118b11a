import type { Database } from 'better-sqlite3';
import { type EntryRow, type PurgedParts, purgeEntries } from '../../sql/purge/purge-entry.ts';

/** Takes the words of an article out of the audit trail. */
export function purgeTrail(database: Database, parts: PurgedParts): void {
  const entries = database.prepare<[string], EntryRow>(`
    SELECT n.entry_key AS key, n.subject, n.why, n.before FROM audit_entries n WHERE n.before <> '[]' OR n.subject = ?`);
  const rewrite = database.prepare<[string | null, string, number]>(
    'UPDATE audit_entries SET why = ?, before = ? WHERE entry_key = ?',
  );
  for (const { why, before, key } of purgeEntries(entries.all(parts.article), parts))
    rewrite.run(why, before, key);
}
