import type { ArticleId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import type { PurgeChange } from '../../port/event-store.ts';
import { type EntryRow, purgeEntries } from '../../sql/purge/purge-entry.ts';
import { type PurgedVersionRow, versionWithout } from '../../sql/purge/purge-version.ts';
import { type DocumentRow, toEvent, toMention } from '../../sql/rows.ts';
import type { Session } from '../session.ts';
import { arrayLiteral } from './array-literal.ts';
import { editedEvents, readOverrides } from './purge-edits.ts';

interface VersionRow extends DocumentRow {
  readonly key: number;
}

/** The id and the publisher stay, and so does the day: they say what was removed. */
const EMPTY_ARTICLE = `
  UPDATE articles SET file = NULL, title = NULL, url = NULL, based_on = NULL, warnings = '[]', text = NULL, revision = $2,
    retracted_at = coalesce(retracted_at, CASE WHEN superseded_by IS NULL THEN $2::integer END)
  WHERE timeline_id = $1 AND id = $3`;

/** The versions with a removed account, and those that held the words of an edit. */
const AFFECTED = `
  SELECT v.version_key AS key, v.revision, v.document, array_to_json(v.mentions)::text AS mentions FROM event_versions v
  WHERE v.mentions <> '{}' AND (v.mentions && $2::integer[] OR v.event_id = ANY($3) AND EXISTS (
    SELECT 1 FROM decisions d WHERE d.decision_key = ANY($4::integer[])
      AND d.revision <= v.revision AND (d.lifted_at IS NULL OR d.lifted_at > v.revision)))`;

/** Takes an article out of the history, within the transaction of its change. Returns how many versions it changed. */
export async function purgeArticle(session: Session, change: PurgeChange, revision: number): Promise<number> {
  const { article, reason, edits } = change;
  const accounts = await session.read<VersionRow>(
    'SELECT m.version_key AS key, m.document FROM mention_versions m WHERE m.article_id = $2',
    article,
  );
  const removed = accounts.map(({ key }) => key);
  await session.write(EMPTY_ARTICLE, revision, article);
  await session.write(
    'INSERT INTO purges (timeline_id, article_id, reason, revision) VALUES ($1, $2, $3, $4)',
    article,
    reason,
    revision,
  );
  const edited = await editedEvents(session, edits);
  const versions = await session.read<PurgedVersionRow>(
    AFFECTED,
    removed,
    [...edited],
    edits.map(({ key }) => key),
  );
  const changed = await purgeVersions(session, change, { versions, removed: new Set(removed) });
  const entries = await session.read<EntryRow>(
    `SELECT n.entry_key AS key, n.subject, n.why, n.before FROM audit_entries n
    WHERE n.before <> '[]' OR n.subject = $2`,
    article,
  );
  for (const { why, before, key } of purgeEntries(entries, {
    article,
    mentions: accounts.map(toMention),
    edited,
  }))
    await session.write(
      'UPDATE audit_entries SET why = $2, before = $3 WHERE timeline_id = $1 AND entry_key = $4',
      why,
      before,
      key,
    );
  await session.write(
    'DELETE FROM mention_versions WHERE timeline_id = $1 AND version_key = ANY($2::integer[])',
    removed,
  );
  await removeUnusedNames(session);
  return changed;
}

async function purgeVersions(
  session: Session,
  { article, derive }: { readonly article: ArticleId; readonly derive: PurgeChange['derive'] },
  {
    versions,
    removed,
  }: {
    readonly versions: readonly PurgedVersionRow[];
    readonly removed: ReadonlySet<number>;
  },
): Promise<number> {
  const keys = new Set(versions.flatMap(({ mentions }): readonly number[] => JSON.parse(mentions)));
  const rows = await session.read<VersionRow>(
    'SELECT m.version_key AS key, m.document FROM mention_versions m WHERE m.version_key = ANY($2::integer[])',
    [...keys],
  );
  const documents = new Map(rows.map((row) => [row.key, row.document]));
  const mentionOf = (key: number): Mention => JSON.parse(documents.get(key) ?? 'null');
  const parts = { removed, derive, mentionOf, overridesAt: await readOverrides(session) };
  let changed = 0;
  for (const version of versions) {
    const { key, document, mentions } = version;
    const rewritten = versionWithout(version, parts);
    if (rewritten?.[0] === document && rewritten[1] === mentions) continue;
    const [text, left] = rewritten ?? ['{}', '[]'];
    await session.write(
      `UPDATE event_versions SET document = $2, mentions = $3::integer[]
      WHERE timeline_id = $1 AND version_key = $4`,
      text,
      arrayLiteral(JSON.parse(left)),
      key,
    );
    if (rewritten === null)
      await session.write(
        'INSERT INTO purged_versions (timeline_id, version_key, article_id) VALUES ($1, $2, $3)',
        key,
        article,
      );
    changed += 1;
  }
  return changed;
}

const removeUnused = (kind: 'actor' | 'place', table: string): string => `
  DELETE FROM ${table} n USING ${kind}s k
  WHERE n.timeline_id = $1 AND k.timeline_id = $1 AND k.${kind}_key = n.${kind}_key AND k.id <> ALL($2)
    AND NOT EXISTS (SELECT 1 FROM event_${kind}s l WHERE l.timeline_id = $1 AND l.${kind}_key = k.${kind}_key)
    AND NOT EXISTS (SELECT 1 FROM edition_${kind}s l WHERE l.timeline_id = $1 AND l.${kind}_key = k.${kind}_key)`;

/**
 * Names that no event has any more: the article may have been the only one to give them. A hidden event has its names in its
 * document alone.
 */
async function removeUnusedNames(session: Session): Promise<void> {
  const rows = await session.read<DocumentRow>(
    'SELECT d.document FROM events e JOIN event_documents d ON d.event_key = e.event_key WHERE e.hidden = 1',
  );
  const hidden = rows.map(toEvent);
  const used = {
    actor: hidden.flatMap(({ actors }) => actors.map(({ id }) => id)),
    place: hidden.flatMap(({ places }) => places.map(({ id }) => id)),
  };
  for (const kind of ['actor', 'place'] as const)
    for (const table of [`${kind}_names`, `${kind}s`])
      await session.write(removeUnused(kind, table), used[kind]);
}
