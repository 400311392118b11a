import type { EventConflict } from '../../domain/event/conflict.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { conflictJson, eventSummaryJson, mentionJson } from './event-json.ts';

/** An event with its accounts in each of two articles. */
interface Compared {
  readonly event: TimelineEvent;
  readonly first: readonly Mention[];
  readonly second: readonly Mention[];
  readonly conflicts: readonly EventConflict[];
}

type List = 'shared' | 'conflicting' | 'onlyInFirst' | 'onlyInSecond';

/** The events of two articles side by side, as JSON for REST and the command line. */
export function comparedJson(comparison: Readonly<Record<List, readonly Compared[]>>) {
  const { shared, conflicting, onlyInFirst, onlyInSecond } = comparison;
  return {
    shared: shared.map(comparedEventJson),
    conflicting: conflicting.map(comparedEventJson),
    onlyInFirst: onlyInFirst.map(comparedEventJson),
    onlyInSecond: onlyInSecond.map(comparedEventJson),
  };
}

const comparedEventJson = ({ event, first, second, conflicts }: Compared) => ({
  event: eventSummaryJson(event),
  first: first.map(mentionJson),
  second: second.map(mentionJson),
  conflicts: conflicts.map(conflictJson),
});
