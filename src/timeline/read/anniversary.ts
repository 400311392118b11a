import type { TimelineEvent } from '../../domain/event/event.ts';
import type { AbsorbedId, EventId } from '../../domain/event/ids.ts';

/** An event on a day of any year, with the ids of the events that were merged into it. */
export interface Anniversary {
  readonly event: TimelineEvent;
  readonly absorbed: readonly AbsorbedId[];
  /** Today's year minus the event's; null where the event has no single year. */
  readonly yearsAgo: number | null;
}

interface FirstSeen {
  readonly id: EventId;
  readonly recordedAt: number;
}

/** Compares by first appearance, then by id: below 0 where `one` comes first. */
export const compareFirstSeen = (one: FirstSeen, other: FirstSeen): number =>
  one.recordedAt - other.recordedAt || (one.id < other.id ? -1 : Number(one.id > other.id));

/**
 * The anniversaries that are left to post. A posted id leaves out its event, also after a merge, and all events that appeared
 * before it. A posted id of another day leaves out nothing.
 */
export function notYetPosted(
  anniversaries: readonly Anniversary[],
  posted: readonly EventId[],
): readonly Anniversary[] {
  const known = new Map(
    anniversaries.flatMap((each): [EventId, { readonly seen: FirstSeen; readonly in: Anniversary }][] =>
      [each.event, ...each.absorbed].map((seen) => [seen.id, { seen, in: each }]),
    ),
  );
  const found = posted.flatMap((id) => known.get(id) ?? []);
  return anniversaries.filter((each) =>
    found.every(({ seen, in: bearer }) => bearer !== each && compareFirstSeen(each.event, seen) > 0),
  );
}
