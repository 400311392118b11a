import type { EventConflict } from './event-conflict.ts';
import type { EventDate } from './event-date.ts';
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
