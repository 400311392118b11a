import type { Database } from 'better-sqlite3';
import type { EventChanges } from '../event-store.ts';
import { wordIndex } from './index-words.ts';
import { aliasWriter } from './write-aliases.ts';
import { eventWriter } from './write-events.ts';

/** Writes what a change does to events: first those that end, so that their mentions are free, then those that go on. */
export function eventChangeWriter(database: Database): (change: EventChanges, revision: number) => void {
  const events = eventWriter(database);
  const words = wordIndex(database);
  const saveAliases = aliasWriter(database);
  return ({ events: changed, merged, withdrawn }, revision) => {
    const gone = [...withdrawn, ...merged.map(({ from }) => from)];
    for (const id of [...gone, ...changed.map((event) => event.id)]) events.release(id);
    const removed = [
      ...withdrawn.map((id) => events.end(id, revision, { change: 'WITHDRAWN', into: null })),
      ...merged.map(({ from, into }) => events.end(from, revision, { change: 'MERGED', into })),
    ];
    const saved = changed.map((event) => events.save(event, revision));
    saveAliases(merged, revision);
    for (const key of removed) words.remove(key);
    for (const { key, event, hidden } of saved) {
      if (hidden) words.remove(key);
      else words.put(key, event);
    }
  };
}
