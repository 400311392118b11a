import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventSummaryJson } from './event-json.ts';

/** A span of days without a certain event, as JSON for REST and the command line. */
export const gapJson = (gap: {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly possibleCount: number;
  readonly possible: readonly TimelineEvent[];
}) => ({
  from: gap.from,
  to: gap.to,
  days: gap.days,
  possibleCount: gap.possibleCount,
  possible: gap.possible.map(eventSummaryJson),
});
