import type { CalendarDate } from './calendar-date.ts';
import type { DerivedEvent } from './event.ts';
import type { EventId } from './ids.ts';

/**
 * An event as it was told before its last article came: derived from the mentions known on each day from `from` on, up to
 * the day before `until`, on which the next article told of it. The last telling is the event itself.
 */
export interface EventEdition {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly until: CalendarDate;
  readonly event: DerivedEvent;
}

/** What became of the editions of an event: those that begin on `since` or later, or all where it is null, are replaced by these. */
export interface EditionChange {
  readonly event: EventId;
  readonly since: CalendarDate | null;
  readonly editions: readonly EventEdition[];
}
