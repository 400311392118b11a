import { type EventOverride, type JoinDecisions, NO_DECISIONS } from '../../domain/event/decision.ts';
import type { DerivedEvent, SnapshotChange, TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { partition } from './cluster/partition.ts';
import { deriveEvent } from './derive/derive-event.ts';
import { isSameData } from './derive/is-same-data.ts';
import { snapshotChangeOf } from './derive/snapshot-change-of.ts';
import { mintEventId, successorsOf } from './identify-event.ts';

/** What changes when an article's mentions join the events they could belong to. */
export interface JoinedAccounts {
  /** New and changed events, whole. */
  readonly events: readonly DerivedEvent[];
  /** What was known of these events before their last articles were published. */
  readonly snapshots: readonly SnapshotChange[];
  readonly merged: readonly { readonly from: EventId; readonly into: EventId }[];
  /** Events that no mention tells of any more. */
  readonly withdrawn: readonly EventId[];
}

/**
 * Joins mentions to known events. The partition, the dates and the titles depend on the set of mentions alone; the ids on
 * history: a known event keeps its id while any of its mentions is left, a merged one gives way to the one recorded first.
 *
 * @param input.candidates The events that the mentions' dates overlap and those told by the dropped articles, whole.
 * @param input.dropped Articles whose earlier mentions no longer count, because they are read again or are superseded.
 * @param input.decisions What editors decided of these events; the candidates hold every mention that it puts together.
 * @param input.redecided Whether that has changed: otherwise a known event whose mentions stay the same is as it was.
 */
export function joinAccounts(input: {
  candidates: readonly TimelineEvent[];
  mentions: readonly Mention[];
  dropped: readonly ArticleId[];
  decisions?: JoinDecisions;
  redecided?: boolean;
}): JoinedAccounts {
  const { decisions = NO_DECISIONS, redecided = false } = input;
  const dropped = new Set(input.dropped);
  const known = [...input.candidates].sort(byAge);
  const kept = known.flatMap(({ mentions }) => mentions).filter(({ article }) => !dropped.has(article.id));
  const parts = partition(uniqueMentions([...kept, ...input.mentions]), decisions);
  const successors = successorsOf(known, parts);
  const ids = idsOf(parts, known, successors);
  const knownById = new Map(known.map((event) => [event.id, event]));
  const events = parts.flatMap((part, index) => {
    const id = ids[index];
    const before = id && knownById.get(id);
    if (id === undefined || (!redecided && before !== undefined && isToldBy(before, part))) return [];
    return changedEvent(id, part, before, decisions.overrides.get(id)) ?? [];
  });
  return {
    events,
    snapshots: events.map((event) =>
      snapshotChangeOf(event, knownById.get(event.id), decisions.overrides.get(event.id)),
    ),
    merged: known.flatMap(({ id }) => mergeOf(id, ids[successors.get(id) ?? -1])),
    withdrawn: known.map(({ id }) => id).filter((id) => !successors.has(id)),
  };
}

const byAge = (a: TimelineEvent, b: TimelineEvent): number =>
  a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);

const uniqueMentions = (mentions: readonly Mention[]): readonly Mention[] => [
  ...new Map(mentions.map((mention) => [mention.id, mention])).values(),
];

/** Each part's id: that of the oldest event that lives on in it, else one of its own, from its first mention that gives a free one. */
function idsOf(
  parts: readonly (readonly Mention[])[],
  known: readonly TimelineEvent[],
  successors: ReadonlyMap<EventId, number>,
): readonly EventId[] {
  const ids: (EventId | undefined)[] = parts.map(() => undefined);
  for (const { id } of known) {
    const part = successors.get(id);
    if (part !== undefined) ids[part] ??= id;
  }
  const taken = new Set<EventId>(known.map(({ id }) => id));
  return ids.map((id, index) => {
    const minted =
      id ?? parts[index]?.map((mention) => mintEventId(mention.id)).find((free) => !taken.has(free));
    if (minted === undefined) throw new TypeError('a part without a mention has no id');
    taken.add(minted);
    return minted;
  });
}

/** Whether the part is the event's mentions as they were read, and nothing else. */
const isToldBy = ({ mentions }: TimelineEvent, part: readonly Mention[]): boolean =>
  mentions.length === part.length && new Set(mentions).isSupersetOf(new Set(part));

function changedEvent(
  id: EventId,
  mentions: readonly Mention[],
  before: TimelineEvent | undefined,
  override: EventOverride | undefined,
): DerivedEvent | null {
  const derived = deriveEvent(id, mentions, override);
  return derived !== null && before !== undefined && isUnchanged(before, derived) ? null : derived;
}

const isUnchanged = (
  { revision: _revision, recordedAt: _recordedAt, ...before }: TimelineEvent,
  after: DerivedEvent,
): boolean => isSameData(before, after);

const mergeOf = (from: EventId, into: EventId | undefined): readonly { from: EventId; into: EventId }[] =>
  into === undefined || into === from ? [] : [{ from, into }];
