import type { EventId } from './ids.ts';

/** The id of an event that was merged into another one, and lives on there. */
export interface AbsorbedId {
  readonly id: EventId;
  readonly into: EventId;
  /** The revision at which it first appeared, on its own. */
  readonly recordedAt: number;
}
