import type { EventOverride } from '../../../domain/event/decision.ts';
import type {
  DerivedEvent,
  EventSnapshot,
  SnapshotChange,
  TimelineEvent,
} from '../../../domain/event/event.ts';
import { knownOn, type Mention } from '../../../domain/event/mention.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { deriveEvent } from './derive-event.ts';
import { isSameData } from './is-same-data.ts';

/**
 * The snapshots of an event before all of its articles were published, oldest first; none where all articles
 * are of one day. Editors' fields hold in all of them. Days without a dated mention have no snapshot, for the
 * event was not known. Snapshots that begin before `since` are left out.
 */
function snapshotsOf(
  event: DerivedEvent,
  override: EventOverride = {},
  since: CalendarDate | null = null,
): readonly EventSnapshot[] {
  const days = daysOf(event.mentions);
  return days.flatMap((from, index) => {
    const until = days[index + 1];
    if (until === undefined || (since !== null && from < since)) return [];
    const known = event.mentions.filter((mention) => knownOn(mention) <= from);
    const state = deriveEvent(event.id, known, override);
    return state === null ? [] : [{ from, until, event: state }];
  });
}

/**
 * The snapshots of an event that differ from the stored ones. An account of a later day than all others
 * changes a single snapshot, however many there are.
 */
export function snapshotChangeOf(
  event: DerivedEvent,
  before: TimelineEvent | undefined,
  override: EventOverride | undefined,
): SnapshotChange {
  const since = before === undefined || override !== undefined ? null : unchangedUntil(event, before);
  return { event: event.id, since, snapshots: snapshotsOf(event, override, since) };
}

/**
 * The last day up to which old and new snapshots are equal; null where there is none. An event derived by an
 * older rule or under another decision of an editor keeps nothing.
 */
function unchangedUntil(
  event: DerivedEvent,
  { revision: _revision, recordedAt: _recordedAt, ...before }: TimelineEvent,
): CalendarDate | null {
  const [first] = daysOf([
    ...missingFrom(event.mentions, before.mentions),
    ...missingFrom(before.mentions, event.mentions),
  ]);
  const last = first && daysOf(event.mentions).findLast((day) => day < first);
  if (last === undefined) return null;
  return isSameData(before, deriveEvent(before.id, before.mentions)) ? last : null;
}

function missingFrom(mentions: readonly Mention[], others: readonly Mention[]): readonly Mention[] {
  const known = new Map(others.map((other) => [other.id, other]));
  return mentions.filter((mention) => !isSameData(mention, known.get(mention.id)));
}

/** The days on which mentions became known, in order. */
const daysOf = (mentions: readonly Mention[]): readonly CalendarDate[] =>
  [...new Set(mentions.map(knownOn))].sort();
