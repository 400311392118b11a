import type { Database } from 'better-sqlite3';
import type { EventChanges } from '../../port/event-store.ts';
import { wordIndex } from '../search/index-words.ts';
import { aliasWriter } from './write-aliases.ts';
import { editionWriter } from './write-editions.ts';
import { eventWriter } from './write-events.ts';

/** Writes what a change does to events: first those that end, so that their mentions are free, then those that go on. */
export function eventChangeWriter(database: Database): (change: EventChanges, revision: number) => void {
  const events = eventWriter(database);
  const editions = editionWriter(database);
  const words = wordIndex(database, 'event');
  const editionWords = wordIndex(database, 'edition');
  const saveAliases = aliasWriter(database);
  return ({ events: changed, editions: earlier, merged, withdrawn }, revision) => {
    const gone = [...withdrawn, ...merged.map(({ from }) => from)];
    const touched = [...gone, ...changed.map(({ id }) => id)];
    const outdated = [
      ...gone.flatMap((id) => editions.remove(id, null)),
      ...earlier.flatMap(({ event, since }) => editions.remove(event, since)),
    ];
    for (const id of touched) events.release(id);
    const removed = [
      ...withdrawn.map((id) => events.end(id, revision, { change: 'WITHDRAWN', into: null })),
      ...merged.map(({ from, into }) => events.end(from, revision, { change: 'MERGED', into })),
    ];
    const saved = changed.map((event) => events.save(event, revision));
    const told = earlier.flatMap((change) =>
      change.editions.map((edition) => ({ key: editions.add(edition), event: edition.event })),
    );
    saveAliases(merged, revision);
    for (const key of removed) words.remove(key);
    for (const { key, event, hidden } of saved) {
      if (hidden) words.remove(key);
      else words.put(key, event);
    }
    for (const key of outdated) editionWords.remove(key);
    for (const { key, event } of told) editionWords.put(key, event);
  };
}
