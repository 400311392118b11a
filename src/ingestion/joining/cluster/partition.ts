import { type JoinDecisions, NO_DECISIONS } from '../../../domain/event/decision.ts';
import type { MentionId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import { clusterAccounts } from './cluster-accounts.ts';
import type { Cluster } from './merge-clusters.ts';

type Part = readonly Mention[];

/**
 * Groups mentions by event. The result depends on the set of mentions and on the editors' decisions alone.
 * Mentions keep their input order within a group. A mention without a date goes with the mention that dates
 * it, and is left out where that is missing.
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

/** Unites the parts that an editor put together, except parts that an editor set apart. */
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

/** Adds each mention without a date to the part of the mention that dates it. */
function placeUndated(parts: readonly Part[], mentions: readonly Mention[]): readonly Part[] {
  const undated = Map.groupBy(
    mentions.filter(({ date }) => date === null),
    ({ datedBy }) => datedBy,
  );
  return parts.map((part) => part.flatMap((mention) => [mention, ...(undated.get(mention.id) ?? [])]));
}
