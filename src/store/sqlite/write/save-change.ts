import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type {
  ArticleChange,
  CurationChange,
  EventChanges,
  RetractionChange,
} from '../../port/event-store.ts';
import { readRevision } from '../read/read-state.ts';
import { articleWriter } from './write-articles.ts';
import { auditWriter } from './write-audit.ts';
import { decisionWriter } from './write-decisions.ts';
import { eventChangeWriter } from './write-event-changes.ts';
import { joinKeyWriter } from './write-join-keys.ts';
import { nameWriter } from './write-names.ts';

/** Each saves a change whole or not at all, and returns its revision. */
export interface ChangeSavers {
  article(change: ArticleChange): number;
  retraction(change: RetractionChange): number;
  curation(change: CurationChange): number;
}

export function changeSavers(database: Database): ChangeSavers {
  const saver = saverOf(database);
  const articles = articleWriter(database);
  const joinKeys = joinKeyWriter(database);
  const actors = nameWriter(database, 'actor');
  const places = nameWriter(database, 'place');
  const decisions = decisionWriter(database);
  const note = auditWriter(database);
  return {
    article: saver((change, revision) => {
      if (change.supersedes !== null) {
        articles.supersede(change.supersedes, change.article.id, revision);
        joinKeys.remove(change.supersedes);
      }
      articles.save(change.article, revision);
      joinKeys.save(change.article.id, change.joinKeys);
      for (const actor of change.actors) actors.save(actor);
      for (const place of change.places) places.save(place);
      if (change.note !== undefined) note(change.note, revision);
    }),
    retraction: saver((change, revision) => {
      articles.retract(change.article, revision);
      joinKeys.remove(change.article);
      note(change.note, revision);
    }),
    curation: saver((change, revision) => {
      for (const key of change.lifted) decisions.lift(key, revision);
      for (const decision of change.decisions) decisions.add(decision, revision);
      for (const actor of change.actors ?? []) actors.save(actor);
      note(change.note, revision);
    }),
  };
}

/**
 * What all changes have in common: a new revision, and the events. The transaction holds the write lock from its beginning,
 * so that the revision it checks is the one it changes.
 */
function saverOf(database: Database) {
  const revisionNow = readRevision(database);
  const setRevision = database.prepare<[number]>('UPDATE store_state SET revision = ? WHERE only_row = 1');
  const writeEvents = eventChangeWriter(database);
  return <Change extends EventChanges & { readonly expectedRevision: number }>(
    writeOthers: (change: Change, revision: number) => void,
  ): ((change: Change) => number) => {
    const save = database.transaction((change: Change): number => {
      checkRevision(revisionNow(), change.expectedRevision);
      const revision = change.expectedRevision + 1;
      setRevision.run(revision);
      writeOthers(change, revision);
      writeEvents(change, revision);
      return revision;
    });
    return (change) => save.immediate(change);
  };
}

function checkRevision(actual: number, expected: number): void {
  if (actual !== expected)
    throw new TimelineError(
      'STALE_REVISION',
      `the change was made for revision ${expected}, but the store is at ${actual}`,
      { details: { expected, actual } },
    );
}
