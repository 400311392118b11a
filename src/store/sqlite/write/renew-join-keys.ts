import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { TimelineUnit } from '../../port/event-store.ts';
import type { KnownVersions } from '../known-versions.ts';
import { joinKeyWriter } from './write-join-keys.ts';

/** Events whose mentions have no keys yet, and the end of that state. */
export interface JoinKeyRenewal {
  read(): readonly TimelineEvent[];
  save(...given: Parameters<TimelineUnit['saveJoinKeys']>): void;
}

const AT_ONCE = 500;

const UNKEYED = `
  SELECT e.version_key FROM unkeyed_events u CROSS JOIN events e ON e.event_key = u.event_key
  ORDER BY u.event_key LIMIT ${AT_ONCE}`;

const KEYED = `
  DELETE FROM unkeyed_events WHERE event_key IN (
    SELECT e.event_key FROM json_each(?) j CROSS JOIN events e ON e.id = j.value)`;

export function joinKeyRenewal(database: Database, eventsOf: KnownVersions['readEvents']): JoinKeyRenewal {
  const unkeyed = database.prepare<[], number>(UNKEYED).pluck();
  const keyed = database.prepare<[string]>(KEYED);
  const { add } = joinKeyWriter(database);
  return {
    read: () => {
      const versions = unkeyed.all();
      return versions.length === 0 ? [] : eventsOf(versions);
    },
    save: (events, joinKeys) => {
      add(joinKeys);
      keyed.run(JSON.stringify(events));
    },
  };
}
