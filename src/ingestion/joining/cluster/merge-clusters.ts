import { type Account, byExactness } from '../account.ts';
import { MOST_COMPARED } from '../score/join-weights.ts';
import type { AccountScore } from '../score/score-accounts.ts';
import { averageScore } from './average-score.ts';
import type { NearClusters } from './near-clusters.ts';
import type { JoinRule } from './separations.ts';

/** Accounts of one event, the most exact first. Each has its score at joining; the first has null. */
export interface Cluster {
  readonly accounts: readonly Account[];
  readonly scores: readonly (AccountScore | null)[];
}

/** Two clusters by index, the lower first, with the average score of their accounts. */
interface Pair {
  readonly one: number;
  readonly other: number;
  readonly score: AccountScore;
}

/**
 * Merges clusters whose accounts agree on average, the best pair first, until no pair agrees. Clusters that are not near each
 * other cannot agree.
 */
export function mergeClusters(
  clusters: readonly Cluster[],
  { near }: NearClusters,
  { mayJoin, threshold }: JoinRule,
): readonly Cluster[] {
  const merged: (Cluster | null)[] = [...clusters];
  /** The clusters that each cluster agrees with, and the pairs as they are now. */
  const partners = clusters.map(() => new Map<number, Pair>());
  const compare = (at: number, partner: number): Pair[] => {
    const [one, other] = [Math.min(at, partner), Math.max(at, partner)];
    const [a, b] = [merged[one], merged[other]];
    if (a == null || b == null || partners[one]?.has(other) || !mayJoin(a.accounts, b.accounts)) return [];
    const score = averageScore(a.accounts, b.accounts);
    if (score.score < threshold) return [];
    const pair = { one, other, score };
    partners[one]?.set(other, pair);
    partners[other]?.set(one, pair);
    return [pair];
  };
  /** Two clusters of a single account do not agree: the later account would have joined the earlier one. */
  const isKnown = (at: number, partner: number): boolean =>
    clusters[at]?.accounts.length === 1 && clusters[partner]?.accounts.length === 1;
  const compareNear = ({ accounts }: Cluster, at: number): Pair[] =>
    near(accounts.slice(0, MOST_COMPARED)).flatMap((partner) =>
      partner >= at || isKnown(at, partner) ? [] : compare(at, partner),
    );
  const pairs = clusters.flatMap(compareNear).sort(worstFirst);
  for (let best = pairs.pop(); best !== undefined; best = pairs.pop()) {
    const { one, other, score } = best;
    const [a, b] = [merged[one], merged[other]];
    if (a == null || b == null || partners[one]?.get(other) !== best) continue;
    merged[one] = mergedOf(a, b, score);
    merged[other] = null;
    const touched = new Set([...(partners[one]?.keys() ?? []), ...(partners[other]?.keys() ?? [])]);
    for (const at of touched) for (const gone of [one, other]) partners[at]?.delete(gone);
    partners[one]?.clear();
    for (const at of touched)
      if (at !== one && at !== other) for (const pair of compare(one, at)) insert(pair, pairs);
  }
  return merged.flatMap((cluster) => cluster ?? []);
}

/** The best pair comes last. Among equal pairs the oldest clusters are the best. */
const worstFirst = (a: Pair, b: Pair): number =>
  a.score.score - b.score.score || b.one - a.one || b.other - a.other;

/** Puts a pair in its place among sorted pairs, by binary search. */
function insert(pair: Pair, pairs: Pair[]): void {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = pairs[middle];
    if (other !== undefined && worstFirst(other, pair) < 0) low = middle + 1;
    else high = middle;
  }
  pairs.splice(low, 0, pair);
}

/** The first account of the absorbed cluster takes the score of the pair. */
function mergedOf(one: Cluster, other: Cluster, score: AccountScore): Cluster {
  const scores = other.scores.map((own) => own ?? score);
  const placed = [
    ...one.accounts.map((account, index) => ({ account, score: one.scores[index] ?? null })),
    ...other.accounts.map((account, index) => ({ account, score: scores[index] ?? null })),
  ].sort((a, b) => byExactness(a.account, b.account));
  return { accounts: placed.map(({ account }) => account), scores: placed.map((each) => each.score) };
}
