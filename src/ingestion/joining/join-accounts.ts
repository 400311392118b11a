import { type EventOverride, type JoinDecisions, NO_DECISIONS } from '../../domain/event/decision.ts';
import type { DerivedEvent, SnapshotChange, TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { partition } from './cluster/partition.ts';
import { deriveEvent } from './derive/derive-event.ts';
import { isSameData } from './derive/is-same-data.ts';
import { snapshotChangeOf } from './derive/snapshot-change-of.ts';
import { mintEventId, successorsOf } from './identify-event.ts';
import { listJoinKeys, type MentionKeys } from './join-keys.ts';
import { comparedMentions } from './linked-events.ts';

/** The changes of joining an article's mentions to known events. */
export interface JoinedAccounts {
  /** New and changed events with all their mentions. */
  readonly events: readonly DerivedEvent[];
  /** The snapshots of these events before their last articles were published. */
  readonly snapshots: readonly SnapshotChange[];
  readonly merged: readonly { readonly from: EventId; readonly into: EventId }[];
  /** Events without any mention left. */
  readonly withdrawn: readonly EventId[];
  /** The keys that find each event with other mentions than before: those of the mentions that it is compared by. */
  readonly joinKeys: readonly MentionKeys[];
}

/**
 * Joins mentions to known events. Partition, dates and titles depend on the set of mentions alone. Ids depend on history: a
 * known event keeps its id while any of its mentions is left, and a merge keeps the id recorded first.
 */
export function joinAccounts(input: {
  /** Events whose dates overlap those of the mentions, and events of the dropped articles, with all mentions. */
  candidates: readonly TimelineEvent[];
  mentions: readonly Mention[];
  /** Articles whose earlier mentions no longer count, because they are read again or superseded. */
  dropped: readonly ArticleId[];
  /** The editors' decisions about these events. The candidates hold every mention that a decision puts together. */
  decisions?: JoinDecisions;
  /** Whether the decisions have changed. Otherwise a known event with the same mentions stays as it was. */
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
  const placed = parts.flatMap((mentions, index) => {
    const id = ids[index];
    if (id === undefined) return [];
    const before = knownById.get(id);
    return [{ id, mentions, before, isSame: before !== undefined && hasSameMentions(before, mentions) }];
  });
  const events = placed.flatMap(({ id, mentions, before, isSame }) =>
    isSame && !redecided ? [] : (changedEvent(id, mentions, before, decisions.overrides.get(id)) ?? []),
  );
  return {
    events,
    snapshots: events.map((event) =>
      snapshotChangeOf(event, knownById.get(event.id), decisions.overrides.get(event.id)),
    ),
    merged: known.flatMap(({ id }) => mergeOf(id, ids[successors.get(id) ?? -1])),
    withdrawn: known.map(({ id }) => id).filter((id) => !successors.has(id)),
    joinKeys: listJoinKeys(placed.flatMap((event) => (event.isSame ? [] : newlyCompared(event, dropped)))),
  };
}

/** The mentions that the event is compared by now and was not before. The keys of an article that is read again are gone. */
function newlyCompared(
  event: { readonly mentions: readonly Mention[]; readonly before: TimelineEvent | undefined },
  dropped: ReadonlySet<ArticleId>,
): readonly Mention[] {
  const before = event.before === undefined ? [] : comparedMentions(event.before);
  const keyed = new Set(before.filter(({ article }) => !dropped.has(article.id)).map(({ id }) => id));
  return comparedMentions(event).filter(({ id }) => !keyed.has(id));
}

const byAge = (a: TimelineEvent, b: TimelineEvent): number =>
  a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);

const uniqueMentions = (mentions: readonly Mention[]): readonly Mention[] => [
  ...new Map(mentions.map((mention) => [mention.id, mention])).values(),
];

/**
 * The id of each part: the id of the oldest event that continues in it, else a new id from its first mention
 * with a free one.
 */
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

/** Whether the part holds exactly the event's mentions as they were read. */
const hasSameMentions = ({ mentions }: TimelineEvent, part: readonly Mention[]): boolean =>
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
