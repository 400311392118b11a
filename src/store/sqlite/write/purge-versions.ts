import type { Database } from 'better-sqlite3';
import type { DerivedEvent, TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import type { PurgeChange } from '../../port/event-store.ts';
import { overridesAt } from './purge-edits.ts';

interface VersionRow {
  readonly key: number;
  readonly revision: number;
  readonly document: string;
  readonly mentions: string;
}

type OwnFields = Omit<TimelineEvent, 'mentions'>;

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
    .prepare<Record<'removed' | 'edited' | 'edits', string>, VersionRow>(AFFECTED)
    .all({
      removed: JSON.stringify([...removed]),
      edited: JSON.stringify([...edited]),
      edits: JSON.stringify(edits.map(({ key }) => key)),
    });
  const mentionOf = database
    .prepare<[number], string>('SELECT m.document FROM mention_versions m WHERE m.version_key = ?')
    .pluck();
  const rewrite = database.prepare<[string, string, number]>(
    'UPDATE event_versions SET document = ?, mentions = ? WHERE version_key = ?',
  );
  const empty = database.prepare<[number, string]>(
    'INSERT INTO purged_versions (version_key, article_id) VALUES (?, ?)',
  );
  const overrides = overridesAt(database);

  /** Null where no article is left that dates the event. */
  const withoutArticle = ({ revision, document, mentions }: VersionRow): [string, string] | null => {
    const own: OwnFields = JSON.parse(document);
    const keys: readonly number[] = JSON.parse(mentions);
    const left = keys.filter((key) => !removed.has(key));
    const accounts = left.map((key): Mention => JSON.parse(mentionOf.get(key) ?? 'null'));
    const derived = derive(own.id, accounts, overrides(own.id, revision));
    return derived && [JSON.stringify(derivedAnew(own, derived)), JSON.stringify(left)];
  };

  let changed = 0;
  for (const version of versions) {
    const { key, document, mentions } = version;
    const rewritten = withoutArticle(version);
    if (rewritten?.[0] === document && rewritten[1] === mentions) continue;
    rewrite.run(...(rewritten ?? ['{}', '[]']), key);
    if (rewritten === null) empty.run(key, article);
    changed += 1;
  }
  return changed;
}

/** The fields keep their order. */
const derivedAnew = (own: OwnFields, { mentions: _mentions, ...derived }: DerivedEvent): OwnFields => ({
  ...own,
  ...derived,
});
