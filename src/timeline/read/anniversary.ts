import type { TimelineEvent } from '../../domain/event/event.ts';
import type { AbsorbedId, EventId } from '../../domain/event/ids.ts';

/** An event of a day of any year, with the ids of those that were merged into it. */
export interface Anniversary {
  readonly event: TimelineEvent;
  readonly absorbed: readonly AbsorbedId[];
  /** From its year to that of today; null where it has no one year. */
  readonly yearsAgo: number | null;
}

interface FirstSeen {
  readonly id: EventId;
  readonly recordedAt: number;
}

/** Below 0 where one was seen before the other. */
export const compareFirstSeen = (one: FirstSeen, other: FirstSeen): number =>
  one.recordedAt - other.recordedAt || (one.id < other.id ? -1 : Number(one.id > other.id));

/**
 * Those that are left when these ids were posted. An id leaves out its event, also where another has absorbed it, and all
 * that was seen before it; one that is none of theirs leaves out nothing.
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
