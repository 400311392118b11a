import type { Database } from 'better-sqlite3';
import type { EventId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import type { PurgeChange } from '../../port/event-store.ts';
import { type PurgedVersionRow, versionWithout } from '../../sql/purge/purge-version.ts';
import { overridesAt } from './purge-edits.ts';

/** The versions with a removed account, and those that held the words of an edit. */
const AFFECTED = `
  SELECT v.version_key AS key, v.revision, v.document, v.mentions FROM event_versions v
  WHERE v.mentions <> '[]' AND (
    EXISTS (SELECT 1 FROM json_each(v.mentions) j WHERE j.value IN (SELECT r.value FROM json_each(@removed) r))
    OR v.event_id IN (SELECT r.value FROM json_each(@edited) r) AND EXISTS (
      SELECT 1 FROM json_each(@edits) j CROSS JOIN decisions d ON d.decision_key = j.value
      WHERE d.revision <= v.revision AND (d.lifted_at IS NULL OR d.lifted_at > v.revision)))`;

/**
 * A version that other articles tell too is derived from them anew. Of any other nothing is left. Returns how many versions
 * have changed.
 */
export function purgeVersions(
  database: Database,
  { article, edits, derive }: PurgeChange,
  { removed, edited }: { readonly removed: ReadonlySet<number>; readonly edited: ReadonlySet<EventId> },
): number {
  const versions = database
    .prepare<Record<'removed' | 'edited' | 'edits', string>, PurgedVersionRow>(AFFECTED)
    .all({
      removed: JSON.stringify([...removed]),
      edited: JSON.stringify([...edited]),
      edits: JSON.stringify(edits.map(({ key }) => key)),
    });
  const documentOf = database
    .prepare<[number], string>('SELECT m.document FROM mention_versions m WHERE m.version_key = ?')
    .pluck();
  const rewrite = database.prepare<[string, string, number]>(
    'UPDATE event_versions SET document = ?, mentions = ? WHERE version_key = ?',
  );
  const empty = database.prepare<[number, string]>(
    'INSERT INTO purged_versions (version_key, article_id) VALUES (?, ?)',
  );
  const mentionOf = (key: number): Mention => JSON.parse(documentOf.get(key) ?? 'null');
  const parts = { removed, derive, mentionOf, overridesAt: overridesAt(database) };

  let changed = 0;
  for (const version of versions) {
    const { key, document, mentions } = version;
    const rewritten = versionWithout(version, parts);
    if (rewritten?.[0] === document && rewritten[1] === mentions) continue;
    rewrite.run(...(rewritten ?? ['{}', '[]']), key);
    if (rewritten === null) empty.run(key, article);
    changed += 1;
  }
  return changed;
}
