import type { JoinDecisions } from '../../../domain/event/decision.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import { type Account, accountOf, byExactness } from '../account.ts';
import { JOIN_THRESHOLD, MOST_COMPARED } from '../score/join-weights.ts';
import type { AccountScore } from '../score/score-accounts.ts';
import { averageScore } from './average-score.ts';
import { type Cluster, mergeClusters } from './merge-clusters.ts';
import { nearClusters } from './near-clusters.ts';
import { type JoinRule, separations } from './separations.ts';

/**
 * Sorts accounts into events, the most exact account first. An account joins the event that it agrees with
 * best on average, if that average reaches the threshold; otherwise it begins a new event. Then events whose
 * accounts agree on average are merged.
 * A vague account so joins one event and does not link two different ones. The result depends on the set of
 * accounts alone. Accounts that editors set apart stay apart.
 */
export function clusterAccounts(
  mentions: readonly Mention[],
  { apart = [], threshold = JOIN_THRESHOLD }: { apart?: JoinDecisions['apart']; threshold?: number } = {},
): readonly Cluster[] {
  const accounts = mentions.flatMap((mention) => accountOf(mention) ?? []).sort(byExactness);
  const clusters: { accounts: Account[]; scores: (AccountScore | null)[] }[] = [];
  const near = nearClusters();
  const mayJoin = separations(apart);
  for (const account of accounts) {
    const best = bestOf(account, near.near([account]), clusters, { mayJoin, threshold });
    const index = best?.index ?? clusters.push({ accounts: [], scores: [] }) - 1;
    const joined = clusters[index];
    if (joined === undefined) continue;
    joined.accounts.push(account);
    joined.scores.push(best?.score ?? null);
    if (joined.accounts.length <= MOST_COMPARED) near.add(index, account);
  }
  return mergeClusters(clusters, near, { mayJoin, threshold });
}

/** The doubt of an event that few accounts tell: of two events that agree alike, that of more accounts is the likelier. */
const DOUBT = 0.1;

/** The cluster that an account agrees with best; among equal ones the oldest. */
function bestOf(
  account: Account,
  tried: readonly number[],
  clusters: readonly Cluster[],
  { mayJoin, threshold }: JoinRule,
): { index: number; score: AccountScore } | undefined {
  let best: { index: number; score: AccountScore; likelihood: number } | undefined;
  for (const index of tried) {
    const { accounts = [] } = clusters[index] ?? {};
    if (!mayJoin([account], accounts)) continue;
    const score = averageScore([account], accounts);
    const likelihood = score.score * (accounts.length / (accounts.length + DOUBT));
    if (score.score >= threshold && likelihood > (best?.likelihood ?? 0)) best = { index, score, likelihood };
  }
  return best;
}
