import type { EventId } from './ids.ts';

/** REMOVED: no dated account is left of the event, or it is hidden: by an editor, or as boilerplate. */
export const CHANGE_KINDS = ['ADDED', 'CHANGED', 'MERGED', 'REMOVED'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The change of one event at one revision: `evt_…` was MERGED into `evt_…` at revision 7. */
export interface EventChange {
  readonly revision: number;
  readonly change: ChangeKind;
  readonly event: EventId;
  /** The event that now holds its mentions; null unless the change is MERGED. */
  readonly into: EventId | null;
}
