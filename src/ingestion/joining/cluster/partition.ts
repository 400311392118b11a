import { type JoinDecisions, NO_DECISIONS } from '../../../domain/event/decision.ts';
import type { MentionId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import { clusterAccounts } from './cluster-accounts.ts';
import type { Cluster } from './merge-clusters.ts';

type Part = readonly Mention[];

/**
 * The mentions that tell of one event each: a function of the set of mentions and of what editors decided. Order within a
 * part is that of the input. A mention without a date goes with the one that dates it, and is left out where there is none.
 */
export function partition(
  mentions: readonly Mention[],
  decisions: JoinDecisions = NO_DECISIONS,
): readonly (readonly Mention[])[] {
  const clusters = clusterAccounts(mentions, { apart: decisions.apart });
  const parts = mergeDecided(clusters.map(mentionsOf), decisions);
  const order = new Map(mentions.map(({ id }, index) => [id, index]));
  return placeUndated(parts, mentions).map((part) =>
    part.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
  );
}

const mentionsOf = ({ accounts }: Cluster): readonly Mention[] => accounts.map(({ mention }) => mention);

/** Makes one part of those that hold mentions which an editor put together, unless they also hold some that were set apart. */
function mergeDecided(
  parts: readonly Part[],
  { together, apart }: Pick<JoinDecisions, 'together' | 'apart'>,
): readonly Part[] {
  return together.reduce<readonly Part[]>((before, group) => {
    const ids = new Set<MentionId>(group);
    const joined: Mention[] = [];
    const others = before.filter((part) => {
      const belongs = part.some(({ id }) => ids.has(id)) && !areApart(joined, part, apart);
      if (belongs) joined.push(...part);
      return !belongs;
    });
    return joined.length === 0 ? before : [...others, joined];
  }, parts);
}

const areApart = (one: Part, other: Part, apart: JoinDecisions['apart']): boolean =>
  apart.some(
    (decision) =>
      (holds(one, decision.one) && holds(other, decision.other)) ||
      (holds(one, decision.other) && holds(other, decision.one)),
  );

const holds = (part: Part, ids: readonly MentionId[]): boolean => part.some(({ id }) => ids.includes(id));

/** Adds each mention without a date to the part that holds the mention which dates it; one that names none is left out. */
function placeUndated(parts: readonly Part[], mentions: readonly Mention[]): readonly Part[] {
  const undated = Map.groupBy(
    mentions.filter(({ date }) => date === null),
    ({ datedBy }) => datedBy,
  );
  return parts.map((part) => part.flatMap((mention) => [mention, ...(undated.get(mention.id) ?? [])]));
}
