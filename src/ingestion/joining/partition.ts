import { type JoinDecisions, NO_DECISIONS } from '../../domain/event/decision.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { Cluster } from './account-cluster.ts';
import { clusterAccounts } from './cluster-accounts.ts';
import { mergeDecided } from './merge-decided.ts';
import { placeUndated } from './place-undated.ts';

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
