import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';
import type { ArticleChange } from '../event-store.ts';
import { wordIndex } from './index-words.ts';
import { readRevision } from './read-state.ts';
import { aliasWriter } from './write-aliases.ts';
import { articleWriter } from './write-articles.ts';
import { eventWriter } from './write-events.ts';
import { nameWriter } from './write-names.ts';

/**
 * Saves a change whole or not at all, and returns its revision. The transaction holds the write lock from its beginning,
 * so that the revision it checks is the one it changes.
 */
export function articleSaver(database: Database): (change: ArticleChange) => number {
  const revisionNow = readRevision(database);
  const setRevision = database.prepare<[number]>('UPDATE store_state SET revision = ? WHERE only_row = 1');
  const articles = articleWriter(database);
  const events = eventWriter(database);
  const words = wordIndex(database);
  const saveAliases = aliasWriter(database);
  const actors = nameWriter(database, 'actor');
  const places = nameWriter(database, 'place');

  const save = database.transaction((change: ArticleChange): number => {
    const { article, supersedes, merged } = change;
    checkRevision(revisionNow(), change.expectedRevision);
    const revision = change.expectedRevision + 1;
    setRevision.run(revision);
    if (supersedes !== null) articles.supersede(supersedes, article.id, revision);
    articles.save(article, revision);
    for (const actor of change.actors) actors.save(actor);
    for (const place of change.places) places.save(place);

    const gone = [...change.withdrawn, ...merged.map(({ from }) => from)];
    for (const id of [...gone, ...change.events.map((event) => event.id)]) events.release(id);
    const removed = gone.map((id) => events.withdraw(id, revision));
    const saved = change.events.map((event) => events.save(event, revision));
    saveAliases(merged, revision);
    for (const key of removed) words.remove(key);
    for (const { key, event } of saved) words.put(key, event);
    return revision;
  });
  return (change) => save.immediate(change);
}

function checkRevision(actual: number, expected: number): void {
  if (actual !== expected)
    throw new TimelineError(
      'STALE_REVISION',
      `the change was made for revision ${expected}, but the store is at ${actual}`,
      { details: { expected, actual } },
    );
}
