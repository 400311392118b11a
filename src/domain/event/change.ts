import type { EventId } from './ids.ts';

/** REMOVED: withdrawn because no dated account holds it up any more, or hidden by an editor. */
export const CHANGE_KINDS = ['ADDED', 'CHANGED', 'MERGED', 'REMOVED'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of one event at one revision of the data set. */
export interface EventChange {
  readonly revision: number;
  readonly change: ChangeKind;
  readonly event: EventId;
  /** The event that it was merged into; null unless it was. */
  readonly into: EventId | null;
}
