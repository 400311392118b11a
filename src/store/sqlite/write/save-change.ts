import type { Database } from 'better-sqlite3';
import type { ArticleChange, CurationChange, RetractionChange } from '../../port/event-store.ts';
import {
  requireRevision,
  saveArticle,
  saveCuration,
  saveRetraction,
  type Writers,
} from '../../sql/save-order.ts';
import { EVENT, SNAPSHOT } from '../../sql/subject.ts';
import { readRevision } from '../read/read-state.ts';
import { wordIndex } from '../search/word-index.ts';
import { articleWriter } from './write-articles.ts';
import { auditWriter, decisionWriter } from './write-curation.ts';
import { eventWriter } from './write-events.ts';
import { aliasWriter } from './write-history.ts';
import { joinKeyWriter } from './write-join-keys.ts';
import { nameWriter } from './write-names.ts';
import { snapshotWriter } from './write-snapshots.ts';

/** Each saves a change whole or not at all, and returns its revision. */
export interface ChangeSavers {
  article(change: ArticleChange): number;
  retraction(change: RetractionChange): number;
  curation(change: CurationChange): number;
}

export function changeSavers(database: Database): ChangeSavers {
  const writers: Writers = {
    articles: articleWriter(database),
    joinKeys: joinKeyWriter(database),
    actors: nameWriter(database, 'actor'),
    places: nameWriter(database, 'place'),
    decisions: decisionWriter(database),
    note: auditWriter(database),
    events: eventWriter(database),
    snapshots: snapshotWriter(database),
    aliases: aliasWriter(database),
    words: wordIndex(database, EVENT),
    snapshotWords: wordIndex(database, SNAPSHOT),
  };
  const revisionNow = readRevision(database);
  const setRevision = database.prepare<[number]>('UPDATE store_state SET revision = ? WHERE only_row = 1');

  /** The transaction holds the write lock from its beginning, so that the revision cannot change under it. */
  const saver = <Change extends { readonly expectedRevision: number }>(
    write: (writers: Writers, change: Change, revision: number) => void,
  ): ((change: Change) => number) => {
    const save = database.transaction((change: Change): number => {
      requireRevision(revisionNow(), change.expectedRevision);
      const revision = change.expectedRevision + 1;
      setRevision.run(revision);
      write(writers, change, revision);
      return revision;
    });
    return (change) => save.immediate(change);
  };
  return { article: saver(saveArticle), retraction: saver(saveRetraction), curation: saver(saveCuration) };
}
