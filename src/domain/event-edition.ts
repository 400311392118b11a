import type { CalendarDate } from './calendar-date.ts';
import type { DerivedEvent } from './event.ts';

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
