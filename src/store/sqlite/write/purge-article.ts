import type { Database } from 'better-sqlite3';
import type { PurgeChange } from '../../port/event-store.ts';
import { type DocumentRow, toMention } from '../../sql/rows.ts';
import { lastPurge } from '../last-purge.ts';
import { removeSamples } from '../remove-samples.ts';
import { editedEvents } from './purge-edits.ts';
import { purgeTrail } from './purge-trail.ts';
import { purgeVersions } from './purge-versions.ts';

/** Takes an article out of the history, within the transaction of its change. Returns how many versions it changed. */
export type Purger = (change: PurgeChange, revision: number) => number;

/** The id and the publisher stay, and so does the day: they say what was removed. */
const EMPTY_ARTICLE = `
  UPDATE articles SET file = NULL, title = NULL, url = NULL, based_on = NULL, warnings = '[]', text = NULL,
    revision = @revision, retracted_at = coalesce(retracted_at, iif(superseded_by IS NULL, @revision, NULL))
  WHERE id = @article`;

const VERSIONS_OF = `
  SELECT m.version_key AS key, m.document FROM mention_versions m WHERE m.document ->> '$.article.id' = ?`;

/**
 * Names that no event has any more: the article may have been the only one to give them. A hidden event has its names in its
 * document alone.
 */
const REMOVE_UNUSED_NAMES = (['actor', 'place'] as const).flatMap((kind) => {
  const unused = `
    SELECT k.${kind}_key FROM ${kind}s k
    WHERE k.${kind}_key NOT IN (SELECT l.${kind}_key FROM event_${kind}s l)
      AND k.${kind}_key NOT IN (SELECT l.${kind}_key FROM edition_${kind}s l)
      AND k.id NOT IN (
        SELECT j.value ->> '$.id' FROM events e JOIN event_documents d ON d.event_key = e.event_key
        CROSS JOIN json_each(d.document, '$.${kind}s') j WHERE e.hidden = 1)`;
  return [
    `DELETE FROM ${kind}_names WHERE ${kind}_key IN (${unused})`,
    `DELETE FROM ${kind}s WHERE ${kind}_key IN (${unused})`,
  ];
});

/** FTS5 keeps the words of removed rows in its segments until it writes these anew. */
const REBUILD_SEARCH = ['event', 'edition'].map(
  (kind) => `INSERT INTO ${kind}_search (${kind}_search) VALUES ('rebuild')`,
);

export function purger(database: Database): Purger {
  const versionsOf = database.prepare<[string], DocumentRow & { readonly key: number }>(VERSIONS_OF);
  return (change, revision) => {
    const { article, reason, edits } = change;
    database.prepare('INSERT INTO purging (only_row) VALUES (1)').run();
    const accounts = versionsOf.all(article);
    const mentions = accounts.map(toMention);
    database.prepare(EMPTY_ARTICLE).run({ article, revision });
    database
      .prepare('INSERT INTO purges (article_id, reason, revision) VALUES (?, ?, ?)')
      .run(article, reason, revision);
    const edited = editedEvents(database, edits);
    const removed = new Set(accounts.map(({ key }) => key));
    const changed = purgeVersions(database, change, { removed, edited });
    purgeTrail(database, { article, mentions, edited });
    const remove = database.prepare<[number]>('DELETE FROM mention_versions WHERE version_key = ?');
    for (const key of removed) remove.run(key);
    for (const sql of [...REMOVE_UNUSED_NAMES, ...REBUILD_SEARCH]) database.exec(sql);
    removeSamples(database);
    lastPurge(database).write(revision);
    database.prepare('DELETE FROM purging').run();
    return changed;
  };
}
