import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import type { Clause } from './clause.ts';

/** The rows that a condition is about: the events as they are now, or their earlier snapshots. */
export interface Subject {
  /** The alias of its table in the statement. */
  readonly alias: 'e' | 'n';
  /** The word in the names of its tables and of its key: `event_key`, `edition_search`. */
  readonly kind: 'event' | 'edition';
}

export const EVENT: Subject = { alias: 'e', kind: 'event' };
export const SNAPSHOT: Subject = { alias: 'n', kind: 'edition' };

/** The event was known by that day as it is stored now. */
export const wasComplete = (asOf: CalendarDate): Clause => ({
  sql: 'e.settled_day < ?',
  values: [toDayNumber(asOf) + 1],
});

/** The snapshot is the event as it was known on that day. */
export function wasCurrent(asOf: CalendarDate): readonly Clause[] {
  const day = toDayNumber(asOf);
  return [
    { sql: 'n.from_day < ?', values: [day + 1] },
    { sql: 'n.until_day > ?', values: [day] },
  ];
}
