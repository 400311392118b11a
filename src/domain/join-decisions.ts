import type { EventDate } from './event-date.ts';
import type { EventType } from './event-type.ts';
import type { Participant } from './mention.ts';

/** What an editor has set of an event; what is left out is derived from the mentions. */
export interface EventOverride {
  readonly title?: string;
  readonly type?: EventType;
  readonly actors?: readonly Participant[];
  readonly date?: EventDate;
}
