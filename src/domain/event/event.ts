import type { CalendarDate } from '../time/calendar-date.ts';
import type { EventDate } from '../time/event-date.ts';
import type { EventConflict } from './conflict.ts';
import type { EventType } from './event-type.ts';
import type { EventId } from './ids.ts';
import type { Mention, Modality, Participant, Place } from './mention.ts';

/** What happened, told by one or more mentions, at least one of them dated. Everything but id and revisions follows from the mentions. */
export interface TimelineEvent {
  readonly id: EventId;
  /** The data set's revision at which this event last changed. */
  readonly revision: number;
  /** The revision at which it first appeared. */
  readonly recordedAt: number;
  readonly title: string;
  /** The intersection of what the mentions say, without those that would leave nothing of it: see `conflicts`. */
  readonly date: EventDate;
  readonly type: EventType;
  readonly modality: Modality;
  readonly actors: readonly Participant[];
  readonly places: readonly Place[];
  /** 0–1; it orders, it does not decide. */
  readonly confidence: number;
  /** Independent publishers among the mentions' articles. */
  readonly sourceCount: number;
  /** Where the mentions contradict each other; empty when they do not. */
  readonly conflicts: readonly EventConflict[];
  readonly mentions: readonly Mention[];
}

/** An event as joining leaves it: the store adds the revisions. */
export type DerivedEvent = Omit<TimelineEvent, 'revision' | 'recordedAt'>;

/**
 * An event as it was known before its last article was published. It is derived from the mentions known on the days from
 * `from` to the day before `until`, when the next article was published. The event itself is the last state.
 */
export interface EventSnapshot {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly until: CalendarDate;
  readonly event: DerivedEvent;
}

/** The snapshots that replace those which begin on `since` or later, or all where it is null. */
export interface SnapshotChange {
  readonly event: EventId;
  readonly since: CalendarDate | null;
  readonly snapshots: readonly EventSnapshot[];
}
