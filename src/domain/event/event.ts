import type { CalendarDate } from '../time/calendar-date.ts';
import type { EventDate } from '../time/event-date.ts';
import type { EventConflict } from './conflict.ts';
import type { EventType } from './event-type.ts';
import type { EventId } from './ids.ts';
import type { Mention, Modality, Participant, Place, TitleKind } from './mention.ts';

/**
 * A happening with its mentions, at least one of which has a date. The mentions give every field but the id and the
 * revisions.
 */
export interface TimelineEvent {
  readonly id: EventId;
  /** The data set's revision at which this event last changed. */
  readonly revision: number;
  /** The revision at which this event first appeared. */
  readonly recordedAt: number;
  readonly title: string;
  /** The days that all mentions allow. A mention that would leave no day is passed over: see `conflicts`. */
  readonly date: EventDate;
  readonly type: EventType;
  readonly modality: Modality;
  readonly actors: readonly Participant[];
  readonly places: readonly Place[];
  /** 0–1; for ordering alone. */
  readonly confidence: number;
  /** The number of independent publishers among the mentions' articles. */
  readonly sourceCount: number;
  /** The contradictions between the mentions; usually none. */
  readonly conflicts: readonly EventConflict[];
  readonly titleKind: TitleKind;
  /** The subject of the accounts, `courts`, by an open list that stands beside PLOVER's types; null where none fits. */
  readonly subject: string | null;
  readonly mentions: readonly Mention[];
}

/** An event without its revisions, which the store adds. */
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
