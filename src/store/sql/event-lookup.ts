import { TimelineError } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventId } from '../../domain/event/ids.ts';
import type { EventLookup } from '../port/event-store.ts';
import { toEvent, toEventId } from './rows.ts';

/** The state of an id. At most one column is given. */
export interface LookupRow {
  readonly document: string | null;
  readonly into_id: string | null;
  readonly withdrawn_at: number | null;
  readonly hidden_at: number | null;
}

export function toLookup(row: LookupRow | undefined): EventLookup {
  if (row === undefined) throw new Error('a lookup has no row');
  if (row.document !== null) return { kind: 'found', event: toEvent({ document: row.document }) };
  if (row.hidden_at !== null) return { kind: 'hidden', revision: row.hidden_at };
  if (row.into_id !== null) return { kind: 'merged', into: toEventId(row.into_id) };
  return row.withdrawn_at === null ? { kind: 'unknown' } : { kind: 'withdrawn', revision: row.withdrawn_at };
}

/** A version of an event. */
export interface PastRow {
  readonly document: string | null;
  /** The reason for which nothing is left of the version, or of the last one before the event was withdrawn or hidden. */
  readonly purged: string | null;
}

/** Undefined for a tombstone. Throws `PURGED` where nothing is left of the version. */
export function toPastEvent(id: EventId, row: PastRow | undefined): TimelineEvent | undefined {
  const { document = null, purged = null } = row ?? {};
  if (purged !== null)
    throw new TimelineError('PURGED', `event "${id}" rested on an article that was removed (${purged})`);
  return document === null ? undefined : toEvent({ document });
}
