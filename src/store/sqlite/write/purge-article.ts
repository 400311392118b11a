import type { Database } from 'better-sqlite3';
import type { EventState } from '../../../domain/event/audit.ts';
import type { EventId, MentionId } from '../../../domain/event/ids.ts';
import type { PurgeChange } from '../../port/event-store.ts';
import { lastPurge } from '../last-purge.ts';
import { editedEvents } from './purge-edits.ts';
import { purgeVersions } from './purge-versions.ts';

/** Takes an article out of the history, within the transaction of its change. Returns how many versions it changed. */
export type Purger = (change: PurgeChange, revision: number) => number;

/** The title of an event in the audit trail, where it may have come from the article. */
const REMOVED_TITLE = '(removed)';

/** The id and the publisher stay, and so does the day: they say what was removed. */
const EMPTY_ARTICLE = `
  UPDATE articles SET file = NULL, title = NULL, url = NULL, based_on = NULL, warnings = '[]', text = NULL,
    revision = @revision, retracted_at = coalesce(retracted_at, iif(superseded_by IS NULL, @revision, NULL))
  WHERE id = @article`;

const VERSIONS_OF = `
  SELECT m.version_key AS key, m.mention_id AS id FROM mention_versions m WHERE m.document ->> '$.article.id' = ?`;

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

/** The planner's statistics may hold samples of names and addresses. ANALYZE makes the table. */
function removeSamples(database: Database): void {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'").get();
  if (table !== undefined) database.exec('DELETE FROM sqlite_stat4');
}

export function purger(database: Database): Purger {
  return (change, revision) => {
    const { article, reason, edits } = change;
    database.prepare('INSERT INTO purging (only_row) VALUES (1)').run();
    database.prepare(EMPTY_ARTICLE).run({ article, revision });
    database
      .prepare('INSERT INTO purges (article_id, reason, revision) VALUES (?, ?, ?)')
      .run(article, reason, revision);
    const accounts = database.prepare<[string], { key: number; id: MentionId }>(VERSIONS_OF).all(article);
    const edited = editedEvents(database, edits);
    const removed = new Set(accounts.map(({ key }) => key));
    const changed = purgeVersions(database, change, { removed, edited });
    purgeTrail(database, new Set(accounts.map(({ id }) => id)), edited);
    const remove = database.prepare<[number]>('DELETE FROM mention_versions WHERE version_key = ?');
    for (const key of removed) remove.run(key);
    for (const sql of [...REMOVE_UNUSED_NAMES, ...REBUILD_SEARCH]) database.exec(sql);
    removeSamples(database);
    lastPurge(database).write(revision);
    database.prepare('DELETE FROM purging').run();
    return changed;
  };
}

/** Titles and actors go from the states of events with the article's mentions, and of events whose edits have lost theirs. */
function purgeTrail(database: Database, removed: ReadonlySet<MentionId>, edited: ReadonlySet<EventId>): void {
  const entries = database.prepare<[], { key: number; before: string }>(
    "SELECT n.entry_key AS key, n.before FROM audit_entries n WHERE n.before <> '[]'",
  );
  const rewrite = database.prepare<[string, number]>(
    'UPDATE audit_entries SET before = ? WHERE entry_key = ?',
  );
  const isAffected = ({ id, mentions }: EventState): boolean =>
    edited.has(id) || mentions.some((mention) => removed.has(mention));
  for (const { key, before } of entries.all()) {
    const states: readonly EventState[] = JSON.parse(before);
    if (!states.some(isAffected)) continue;
    const purged = states.map((state) => (isAffected(state) ? withoutWords(state, removed) : state));
    rewrite.run(JSON.stringify(purged), key);
  }
}

const withoutWords = (state: EventState, removed: ReadonlySet<MentionId>): EventState => ({
  ...state,
  title: REMOVED_TITLE,
  actors: [],
  mentions: state.mentions.filter((id) => !removed.has(id)),
});
