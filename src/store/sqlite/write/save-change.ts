import type { Database } from 'better-sqlite3';
import type { ArticleChange, CurationChange, PurgeChange, RetractionChange } from '../../port/event-store.ts';
import { saveArticle, saveCuration, savePurge, saveRetraction, type Writers } from '../../sql/save-order.ts';
import { EVENT, SNAPSHOT } from '../../sql/subject.ts';
import type { KnownVersions } from '../known-versions.ts';
import { wordIndex } from '../search/word-index.ts';
import { purger } from './purge-article.ts';
import { articleWriter } from './write-articles.ts';
import { auditWriter, decisionWriter } from './write-curation.ts';
import { eventWriter } from './write-events.ts';
import { aliasWriter } from './write-history.ts';
import { joinKeyWriter } from './write-join-keys.ts';
import { nameWriter } from './write-names.ts';
import { snapshotWriter } from './write-snapshots.ts';

/** Each saves a change within the transaction of its unit of work, and returns its revision. */
export interface ChangeSavers {
  article(change: ArticleChange): number;
  retraction(change: RetractionChange): number;
  curation(change: CurationChange): number;
  purge(change: PurgeChange): { readonly revision: number; readonly versionCount: number };
}

export function changeSavers(database: Database, keyOf: KnownVersions['keyOf']): ChangeSavers {
  const writers: Writers = {
    articles: articleWriter(database),
    joinKeys: joinKeyWriter(database),
    actors: nameWriter(database, 'actor'),
    places: nameWriter(database, 'place'),
    decisions: decisionWriter(database),
    note: auditWriter(database),
    events: eventWriter(database, keyOf),
    snapshots: snapshotWriter(database),
    aliases: aliasWriter(database),
    words: wordIndex(database, EVENT),
    snapshotWords: wordIndex(database, SNAPSHOT),
  };
  const raiseRevision = database.prepare<[], { revision: number }>(
    'UPDATE store_state SET revision = revision + 1 WHERE only_row = 1 RETURNING revision',
  );

  const nextRevision = (): number => {
    const row = raiseRevision.get();
    if (row === undefined) throw new Error('store_state has lost its row');
    return row.revision;
  };
  const saver =
    <Change>(write: (writers: Writers, change: Change, revision: number) => void) =>
    (change: Change): number => {
      const revision = nextRevision();
      write(writers, change, revision);
      return revision;
    };
  return {
    article: saver(saveArticle),
    retraction: saver(saveRetraction),
    curation: saver(saveCuration),
    purge: (change) => {
      const revision = nextRevision();
      return { revision, versionCount: savePurge(writers, change, revision, purger(database)) };
    },
  };
}
