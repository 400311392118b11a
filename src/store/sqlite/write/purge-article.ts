import type { Database } from 'better-sqlite3';
import type { EventState } from '../../../domain/event/audit.ts';
import type { DerivedEvent, TimelineEvent } from '../../../domain/event/event.ts';
import type { ArticleId, MentionId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import type { PurgeChange } from '../../port/event-store.ts';

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

interface VersionRow {
  readonly key: number;
  readonly document: string;
  readonly mentions: string;
}

/** Names that no event has any more: the article may have been the only one to give them. */
const UNUSED_NAMES = (['actor', 'place'] as const).flatMap((kind) => {
  const unused = `
    SELECT k.${kind}_key FROM ${kind}s k
    WHERE k.${kind}_key NOT IN (SELECT l.${kind}_key FROM event_${kind}s l)
      AND k.${kind}_key NOT IN (SELECT l.${kind}_key FROM edition_${kind}s l)`;
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
  return ({ article, reason, derive }, revision) => {
    database.prepare('INSERT INTO purging (only_row) VALUES (1)').run();
    database.prepare(EMPTY_ARTICLE).run({ article, revision });
    database
      .prepare('INSERT INTO purges (article_id, reason, revision) VALUES (?, ?, ?)')
      .run(article, reason, revision);
    const accounts = database.prepare<[string], { key: number; id: MentionId }>(VERSIONS_OF).all(article);
    const changed = purgeVersions(database, article, new Set(accounts.map(({ key }) => key)), derive);
    purgeTrail(database, new Set(accounts.map(({ id }) => id)));
    const remove = database.prepare<[number]>('DELETE FROM mention_versions WHERE version_key = ?');
    for (const { key } of accounts) remove.run(key);
    for (const sql of [...UNUSED_NAMES, ...REBUILD_SEARCH]) database.exec(sql);
    database.prepare('DELETE FROM purging').run();
    return changed;
  };
}

/** A version that other articles tell too is derived from them anew. Of any other nothing is left. */
function purgeVersions(
  database: Database,
  article: ArticleId,
  removed: ReadonlySet<number>,
  derive: PurgeChange['derive'],
): number {
  const versions = database
    .prepare<[string], VersionRow>(
      `SELECT v.version_key AS key, v.document, v.mentions FROM event_versions v
       WHERE EXISTS (SELECT 1 FROM json_each(v.mentions) j WHERE j.value IN (SELECT r.value FROM json_each(?) r))`,
    )
    .all(JSON.stringify([...removed]));
  const mentionOf = database
    .prepare<[number], string>('SELECT m.document FROM mention_versions m WHERE m.version_key = ?')
    .pluck();
  const rewrite = database.prepare<[string, string, number]>(
    'UPDATE event_versions SET document = ?, mentions = ? WHERE version_key = ?',
  );
  const empty = database.prepare<[number, string]>(
    'INSERT INTO purged_versions (version_key, article_id) VALUES (?, ?)',
  );
  for (const { key, document, mentions } of versions) {
    const keys: readonly number[] = JSON.parse(mentions);
    const left = new Map<number, Mention>();
    for (const each of keys)
      if (!removed.has(each)) left.set(each, JSON.parse(mentionOf.get(each) ?? 'null'));
    const own: Omit<TimelineEvent, 'mentions'> = JSON.parse(document);
    const derived = derive(own.id, [...left.values()]);
    if (derived === null) {
      rewrite.run('{}', '[]', key);
      empty.run(key, article);
    } else rewrite.run(JSON.stringify(derivedAnew(own, derived)), JSON.stringify([...left.keys()]), key);
  }
  return versions.length;
}

/** The fields keep their order. */
const derivedAnew = (
  own: Omit<TimelineEvent, 'mentions'>,
  { mentions: _mentions, ...derived }: DerivedEvent,
): Omit<TimelineEvent, 'mentions'> => ({ ...own, ...derived });

function purgeTrail(database: Database, removed: ReadonlySet<MentionId>): void {
  const entries = database.prepare<[], { key: number; before: string }>(
    "SELECT n.entry_key AS key, n.before FROM audit_entries n WHERE n.before <> '[]'",
  );
  const rewrite = database.prepare<[string, number]>(
    'UPDATE audit_entries SET before = ? WHERE entry_key = ?',
  );
  for (const { key, before } of entries.all()) {
    const states: readonly EventState[] = JSON.parse(before);
    if (!states.some(({ mentions }) => mentions.some((id) => removed.has(id)))) continue;
    const purged = states.map((state) =>
      state.mentions.some((id) => removed.has(id))
        ? { ...state, title: REMOVED_TITLE, mentions: state.mentions.filter((id) => !removed.has(id)) }
        : state,
    );
    rewrite.run(JSON.stringify(purged), key);
  }
}
