import type { ArticleChange, CurationChange, PurgeChange, RetractionChange } from '../../port/event-store.ts';
import type { MentionKeys } from '../mention-keys.ts';
import { CHANGES_CHANNEL } from '../servers/change-news.ts';
import type { Session } from '../session.ts';
import { purgeArticle } from './purge-article.ts';
import { retractArticle, supersedeArticle, writeArticle } from './write-articles.ts';
import { addDecision, liftDecision, writeNote } from './write-curation.ts';
import { writeEvents } from './write-events.ts';
import { removeJoinKeys } from './write-join-keys.ts';
import { saveNames } from './write-names.ts';

/** The server sends these notifications when the transaction commits. */
const NEXT_REVISION = `
  WITH n AS (
    UPDATE store_state SET revision = revision + 1 WHERE timeline_id = $1::integer RETURNING revision
  )
  SELECT n.revision, pg_notify($2, format('%s:%s', $1::integer, n.revision)) FROM n`;

/** Each saves a change within the transaction of its unit of work, and returns its revision. */
export interface ChangeSavers {
  article(change: ArticleChange): Promise<number>;
  retraction(change: RetractionChange): Promise<number>;
  curation(change: CurationChange): Promise<number>;
  purge(change: PurgeChange): Promise<{ readonly revision: number; readonly versionCount: number }>;
}

export function changeSavers(session: Session, keyOf: MentionKeys['keyOf']): ChangeSavers {
  const nextRevision = async (): Promise<number> => {
    const [row] = await session.write<{ revision: number }>(NEXT_REVISION, CHANGES_CHANNEL);
    if (row === undefined) throw new Error('store_state has lost its row');
    return row.revision;
  };
  return {
    article: async (change) => {
      const revision = await nextRevision();
      const { article, supersedes, note, actors, places } = change;
      await Promise.all([
        ...(supersedes === null
          ? []
          : [
              supersedeArticle(session, supersedes, article.id, revision),
              removeJoinKeys(session, supersedes),
            ]),
        writeArticle(session, article, revision),
        removeJoinKeys(session, article.id),
        saveNames(session, 'actor', actors),
        saveNames(session, 'place', places),
        note && writeNote(session, note, revision),
        writeEvents(session, change, revision, keyOf),
      ]);
      return revision;
    },
    retraction: async (change) => {
      const revision = await nextRevision();
      await Promise.all([
        retractArticle(session, change.article, revision),
        removeJoinKeys(session, change.article),
        writeNote(session, change.note, revision),
        writeEvents(session, change, revision, keyOf),
      ]);
      return revision;
    },
    curation: async (change) => {
      const revision = await nextRevision();
      await Promise.all([
        ...change.lifted.map((key) => liftDecision(session, key, revision)),
        ...change.decisions.map((decision) => addDecision(session, decision, revision)),
        saveNames(session, 'actor', change.actors ?? []),
        writeNote(session, change.note, revision),
        writeEvents(session, change, revision, keyOf),
      ]);
      return revision;
    },
    purge: async (change) => {
      const revision = await nextRevision();
      await Promise.all([
        removeJoinKeys(session, change.article),
        writeNote(session, change.note, revision),
        writeEvents(session, change, revision, keyOf),
      ]);
      return { revision, versionCount: await purgeArticle(session, change, revision) };
    },
  };
}
